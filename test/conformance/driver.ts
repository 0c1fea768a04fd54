import type { TestFile } from './format.ts';

/** Tests of what the driver itself does, where this one (7.8) does otherwise: no server can pass or fail them. */
const deviations: { file: string; test: string; reason: string }[] = [
  {
    file: 'client bulkWrite transactions',
    test: 'client bulkWrite with writeConcern in a transaction causes a transaction error',
    reason: 'the driver leaves the check of write concerns in transactions to the server',
  },
];

/** Why a test says nothing about the server, if it does not. */
export function deviationOf({ description }: TestFile, test: string): string | undefined {
  return deviations.find((each) => each.file === description && each.test === test)?.reason;
}
