import { expect } from 'chai';
import { everyPermission } from '../../../server/identity/rights/resources.ts';
import { permissionInWords } from './permission-words.ts';

describe('the words of rights', () => {
  it('are there for every right, in both languages, and different for each', () => {
    for (const language of ['zh', 'en'] as const) {
      const said = everyPermission.map((permission) => permissionInWords(permission, language));
      expect(new Set(said).size).to.equal(everyPermission.length);
      for (const [index, text] of said.entries()) {
        expect(text).to.match(language === 'zh' ? /\p{Script=Han}：\P{ASCII}/u : /^[\w' -]+: [\w' -]+$/);
        expect(text).to.not.include(everyPermission[index]);
      }
    }
  });

  it('are the code itself for a right that is new', () => {
    expect(permissionInWords('drones:fly', 'zh')).to.equal('drones：fly');
  });
});
