/** 确证: what became of the laboratory confirmation that a positive rapid test asks for. */
export const confirmations = ['wanted', 'sample-drawn', 'confirmed', 'not-confirmed'] as const;
export type Confirmation = (typeof confirmations)[number];

interface PositiveTest {
  id: string;
  /** The number of the sample that it was of, or a batch code. */
  sample: string;
  analyteKey: string;
  at: Date;
}

/** A sample of the batch; `results` are those of the laboratory's own methods, no rapid ones. */
interface ConfirmingSample {
  number: string;
  /** The rapid test that it was drawn for. */
  confirms?: string | undefined;
  state: string;
  verdict: string;
  drawnAt: Date;
  tests: readonly { analyteKey: string }[];
  results: readonly { analyteKey: string; verdict: string }[];
}

/**
 * The samples that answer for the test, and what they say. A sample answers when it was drawn for the test, or is tested for its
 * analyte and was drawn no earlier or is the one that the test was of. Only a published one says anything: by the results of the analyte, or, drawn for a test that screens a group
 * of substances, by its whole verdict. What is neither pass nor fail leaves the confirmation wanted. One that is still in work keeps
 * the others from acquitting, a failed one from nothing.
 */
export function confirmationOf<Sample extends ConfirmingSample>(
  test: PositiveTest,
  samples: readonly Sample[],
): { confirmation: Confirmation; samples: Sample[] } {
  const answering = samples
    .map((sample) => ({ sample, said: saidOf(test, sample) }))
    .filter(({ said }) => said !== 'nothing');
  const says = (word: Confirmation) => answering.some(({ said }) => said === word);
  const confirmation = (['confirmed', 'sample-drawn', 'not-confirmed'] as const).find(says) ?? 'wanted';
  return { confirmation, samples: answering.map(({ sample }) => sample) };
}

function saidOf(test: PositiveTest, sample: ConfirmingSample): Exclude<Confirmation, 'wanted'> | 'nothing' {
  const isMeant = sample.confirms === test.id;
  const verdicts = sample.results.filter(({ analyteKey }) => analyteKey === test.analyteKey);
  const isTested = verdicts.length > 0 || sample.tests.some(({ analyteKey }) => analyteKey === test.analyteKey);
  const isLater = sample.drawnAt >= test.at || sample.number === test.sample;
  if (!isMeant && !(isTested && isLater)) return 'nothing';
  if (sample.state === 'rejected' || sample.state === 'invalidated') return 'nothing';
  if (sample.state !== 'published') return 'sample-drawn';
  const words = isTested ? verdicts.map(({ verdict }) => verdict) : [sample.verdict];
  if (words.includes('fail')) return 'confirmed';
  return words.length > 0 && words.every((word) => word === 'pass') ? 'not-confirmed' : 'nothing';
}
