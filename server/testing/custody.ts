import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { type CustodyRecord, type SampleRecord, testingModels } from './model.ts';
import { sealFault, sealProblems, sealsOf } from './rules/seals.ts';
import type { handOverBody, reasonBody, receiveBody, splitBody } from './schema.ts';
import type { Change, Steps } from './steps.ts';
import type { SampleView } from './view.ts';

const takenIn = unscoped(
  'whoever takes in what is meant for any laboratory makes it the own one, in the step that was taken within its scope',
);

/** 样品流转: each hand the sample passes through, from the drawing to the laboratory. */
export function createCustody(context: Context, { step }: Steps) {
  const { Sample } = testingModels(context.connection);
  const passedOn = (
    sample: SampleRecord,
    caller: Caller,
    act: CustodyRecord['act'],
    { to, seals = [], temperature, condition, note }: z.infer<typeof handOverBody>,
  ): { custody: CustodyRecord[] } => {
    const custody = sample.custody ?? [];
    const entry = {
      act,
      from: custody.at(-1)?.to ?? sample.producerName,
      to,
      at: context.clock(),
      seals,
      ...(temperature !== undefined && { temperature }),
      ...(condition && { condition }),
      ...(note && { note }),
      recordedBy: caller.username,
    };
    return { custody: [...custody, entry] };
  };

  return {
    handOver: (caller: Caller, id: string, body: z.infer<typeof handOverBody>): Promise<SampleView> =>
      step(caller, id, 'hand-over', {
        change(sample) {
          requireKnownSeals(sample, body.seals);
          return passedOn(sample, caller, 'hand-over', body);
        },
      }),

    /**
     * The laboratory takes the sample in, which is its own from then on, and looks at each seal.
     * @throws Conflict when a seal is broken or another than the form names: reject it, or (where the law lets) say who agreed
     */
    receive: (caller: Caller, id: string, body: z.infer<typeof receiveBody>): Promise<SampleView> =>
      step(caller, id, 'receive', {
        change(sample): Change {
          const { deviation, ...found } = body;
          const problems = sealProblems(sealsOf(sample), found.seals ?? []);
          if (problems.missing.length)
            throw InvalidInput.field(
              '/seals',
              `must say whether these seals are intact: ${problems.missing.join(', ')}`,
            );
          const fault = sealFault(problems);
          if (fault && sample.planKind === 'supervised-check')
            throw new Conflict({
              zh: `${fault.zh}：监督抽查的样品应当拒收（监测办法第二十五条）`,
              en: `${fault.en}: a supervised check is rejected then (监测办法 25)`,
            });
          if (fault && !deviation)
            throw new Conflict({
              zh: `${fault.zh}：请拒收样品，或在 deviation 中写明由谁同意`,
              en: `${fault.en}: reject the sample, or name who agreed in \`deviation\``,
            });
          const to = sample.laboratory ?? caller.laboratory ?? caller.username;
          return { ...passedOn(sample, caller, 'receive', { ...found, to }), ...(deviation && { deviation }) };
        },
        async also({ session }, { _id }) {
          const { laboratory } = caller;
          if (laboratory === undefined) return;
          const nobodys = { _id, laboratory: { $exists: false } };
          await Sample.updateOne(nobodys, { $set: { laboratory } }, { session, ...takenIn });
        },
      }),

    /** 拒收: the sample is not tested; the record and its reason stay. */
    reject: (caller: Caller, id: string, { reason }: z.infer<typeof reasonBody>): Promise<SampleView> =>
      step(caller, id, 'reject', { reason }),

    split: (caller: Caller, id: string, body: z.infer<typeof splitBody>): Promise<SampleView> =>
      step(caller, id, 'split', {
        change(sample) {
          if (body.sealNumber === sample.sealNumber)
            throw new Conflict('The retained portion has a seal of its own', [
              { pointer: '/sealNumber', message: "is the test portion's seal" },
            ]);
          return { retained: { ...body, by: caller.username, at: context.clock() } as SampleRecord['retained'] };
        },
      }),
  };
}

/** Whoever hands a sample on may look at its seals, but not at others. */
function requireKnownSeals(sample: SampleRecord, seals: CustodyRecord['seals'] = []): void {
  const { unknown } = sealProblems(sealsOf(sample), seals);
  if (unknown.length) throw InvalidInput.field('/seals', `are not this sample's: ${unknown.join(', ')}`);
}
