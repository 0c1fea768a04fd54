import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { emptyRoot } from './hash.ts';
import { openNote, readVerifier, signNote, verifierOf, writeVerifier } from './signed-note.ts';

const signerOf = (name: string) => ({ name, privateKey: generateKeyPairSync('ed25519').privateKey });

describe('a signed note', () => {
  const published = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
  const text = 'This is an example message.\n';
  const line =
    '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

  it('of the standard opens with its published key', () => {
    expect(openNote(`${text}\n${line}`, [readVerifier(published)])).to.equal(text);
    expect(writeVerifier(readVerifier(published))).to.equal(published);
  });

  it('opens for whoever has the key, and for nobody once a character was changed', () => {
    const signer = signerOf('trace.example/log');
    const stranger = verifierOf(signerOf('trace.example/log'));
    fc.assert(
      fc.property(fc.string(), fc.nat(), (written, at) => {
        const note = signNote(`${written}\n`, signer);
        expect(openNote(note, [verifierOf(signer)])).to.equal(`${written}\n`);
        expect(openNote(note, [stranger])).to.equal(null);
        const position = at % (written.length + 1);
        const changed = `${note.slice(0, position)}x${note.slice(position)}`;
        expect(openNote(changed, [verifierOf(signer)])).to.equal(null);
      }),
    );
  });

  it('may carry signatures of others, but no wrong one of a known key', () => {
    const [log, witness] = [signerOf('log'), signerOf('witness')];
    const note = signNote(text, log);
    const cosigned = note + signNote(text, witness).slice(text.length + 1);
    expect(openNote(cosigned, [verifierOf(witness)])).to.equal(text);
    const forged = note + signNote('Another.\n', witness).slice('Another.\n'.length + 1);
    expect(openNote(forged, [verifierOf(log)])).to.equal(text);
    expect(openNote(forged, [verifierOf(log), verifierOf(witness)])).to.equal(null);
  });

  it('is refused when its form is wrong', () => {
    const key = [readVerifier(published)];
    for (const wrong of ['', text, `${text}\n`, `${text}${line}`, `${text}\n${line.trimEnd()}`, `${text}\nx\n${line}`])
      expect(openNote(wrong, key), JSON.stringify(wrong)).to.equal(null);
    expect(() => signNote('no line feed', signerOf('log'))).to.throw(RangeError);
    expect(() => signNote(text, signerOf('two words'))).to.throw(RangeError);
    expect(() => readVerifier(published.replace('530d903a', '530d903b'))).to.throw(RangeError);
  });
});

describe('a checkpoint', () => {
  it('reads as it was written', () => {
    const checkpoint = { origin: 'trace.example/log', size: 12, root: emptyRoot };
    expect(writeCheckpoint(checkpoint)).to.equal(`trace.example/log\n12\n${emptyRoot.toString('base64')}\n`);
    expect(readCheckpoint(writeCheckpoint(checkpoint))).to.deep.equal(checkpoint);
  });

  it('is refused with a size that is written otherwise, or a root that is none', () => {
    const root = emptyRoot.toString('base64');
    for (const wrong of [`o\n012\n${root}\n`, `o\n-1\n${root}\n`, 'o\n1\nAAAA\n', `\n1\n${root}\n`, 'o\n'])
      expect(readCheckpoint(wrong), wrong).to.equal(null);
  });
});
