import { expect } from 'chai';
import { templates } from '../documents/templates.ts';
import { fillTemplate } from './fill-template.ts';

describe('papers of a case', () => {
  it('leave out rows and lines that nothing is known for, and no place unfilled', () => {
    for (const template of templates) {
      const text = JSON.stringify(fillTemplate(template, { partyName: '沙河子合作社' }, []));
      expect(text, template.code).to.not.match(/\{[\w.]+\}|\},"—"\]/);
    }
  });

  it('name an organization without the number of a person', () => {
    const [decision] = templates.filter(({ code }) => code === 'decision');
    const facts = fillTemplate(decision ?? { blocks: [] }, { partyName: '沙河子合作社', creditCode: 'X' }, []);
    expect(JSON.stringify(facts)).to.include('统一社会信用代码').and.to.not.include('身份证号');
  });
});
