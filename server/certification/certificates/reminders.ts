import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { createRounds } from '../../jobs/rounds.ts';
import { certificateExpiryWarning, certificateVisitWarning, type NewWarning } from '../../warnings/index.ts';
import { schemeOf } from '../schemes/schemes.ts';
import { standingOf } from './lifecycle.ts';
import { type CertificateRecord, certificateModels } from './model.ts';
import { nextVisit } from './rules/terms.ts';

const everyMs = 3_600_000;
const atOnce = 200;
const byTheClock = unscoped('the clock finds what is due, not a person');

interface Deps {
  warnings: { raise(work: Work, warning: NewWarning): Promise<string> };
}

/** Reminds of certificates that end soon, and of surveillance visits that are due: each reminder once. */
export function createReminders(context: Context, { warnings }: Deps) {
  const { Certificate } = certificateModels(context.connection);

  /** What there is to remind of today, each with the mark by which it is known to have been said. */
  const due = (record: CertificateRecord, today: string): { mark: string; warning: NewWarning }[] => {
    const scheme = schemeOf(record.scheme);
    const facts = {
      number: record.number,
      subject: `${scheme.name.zh} ${record.productName} ${record.producerName}`,
      divisionCode: record.divisionCode,
      producerId: record.producerId.toHexString(),
      at: context.clock(),
    };
    const ending = certificateExpiryWarning({ ...facts, validTo: record.validTo }, today);
    const visits = record.visits.map(({ on }) => on);
    const visitBy = nextVisit({ ...record, visits }, scheme.surveillance?.everyMonths);
    const visit = visitBy === undefined ? null : certificateVisitWarning({ ...facts, visitBy }, today);
    return [
      ...(ending ? [{ mark: `expiry|${ending.level}`, warning: ending }] : []),
      ...(visit ? [{ mark: `visit|${visitBy}`, warning: visit }] : []),
    ];
  };

  const remind = (found: CertificateRecord, today: string) =>
    inTransaction(context, system('certificates'), async (work) => {
      const record = await Certificate.findById(found._id, null, byTheClock)
        .session(work.session)
        .lean<CertificateRecord>();
      if (!record || standingOf(record, today) === 'withdrawn') return;
      const said = record.reminders ?? [];
      const open = due(record, today).filter(({ mark }) => !said.includes(mark));
      if (open.length === 0) return;
      await Certificate.updateOne(
        { _id: record._id },
        { $set: { reminders: [...said, ...open.map(({ mark }) => mark)] } },
        { session: work.session, ...byTheClock },
      );
      for (const { warning } of open) await warnings.raise(work, warning);
    });

  /** Says all that is due now. What fails is logged and said at the next look. */
  const look = async (): Promise<void> => {
    const today = dayOf(context.clock());
    const current = {
      state: { $ne: 'withdrawn' as const },
      $or: [{ validTo: { $exists: false } }, { validTo: { $gte: today } }],
    };
    let after = {};
    for (;;) {
      const found = await Certificate.find({ $and: [current, after] }, null, byTheClock)
        .sort({ _id: 1 })
        .limit(atOnce)
        .lean<CertificateRecord[]>();
      for (const record of found)
        if (due(record, today).some(({ mark }) => !record.reminders?.includes(mark)))
          await remind(record, today).catch((error: unknown) =>
            context.log.error({ err: error, certificate: record.number }, 'certificate not reminded of, will retry'),
          );
      const last = found.at(-1);
      if (!last || found.length < atOnce) return;
      after = { _id: { $gt: last._id } };
    }
  };

  return {
    remindNow: look,

    /** Looks at once and every hour, on one instance at a time. */
    ...createRounds(
      context,
      {
        name: 'certificates',
        everyMs,
        afterFailureMs: 60_000,
        failing: 'certificates not looked at, will try again',
      },
      look,
    ),
  };
}
