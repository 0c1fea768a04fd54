import type { Bilingual } from '../../http/fields.ts';
import { isRapidMethod } from './rapid.ts';

/** What the law asks of a rapid test before it may serve as evidence for a penalty: rows of data with their clause. */
export interface RapidEvidenceLaw {
  methods: readonly { method: string; recognizedBy?: string }[];
  evidence: {
    clause: string;
    demands: readonly { demand: string; lacking: Bilingual }[];
  };
}

interface Told {
  positive: boolean | null;
  method?: string | undefined;
  planKind?: string | undefined;
  enteredBy?: string | undefined;
  setAside?: object | undefined;
}

const met: Record<string, (test: Told, law: RapidEvidenceLaw) => boolean> = {
  'supervised-check': ({ planKind }) => planKind === 'supervised-check',
  'by-the-department': ({ enteredBy }) => enteredBy !== undefined,
  'recognized-method': ({ method }, { methods }) =>
    method !== undefined &&
    isRapidMethod(
      method,
      methods.filter(({ recognizedBy }) => recognizedBy !== undefined),
    ),
  'shows-nonconformity': ({ positive }) => positive === true,
  'not-set-aside': ({ setAside }) => setAside === undefined,
};

/** Whether a rapid test may serve as evidence for a penalty, and what it lacks for that (农产品质量安全法 50). */
export function evidenceOf(
  test: Told,
  law: RapidEvidenceLaw,
): { mayServe: boolean; clause: string; lacking: Bilingual[] } {
  const { clause, demands } = law.evidence;
  const lacking = demands.filter(({ demand }) => met[demand]?.(test, law) !== true).map((row) => row.lacking);
  return { mayServe: lacking.length === 0, clause, lacking };
}
