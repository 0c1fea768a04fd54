// Loaded into the built service before anything else: its calendar runs CLOCK_AHEAD milliseconds ahead. Timers run as ever.
const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const Real = globalThis.Date;

globalThis.Date = class Ahead extends Real {
  /** By which mongoose knows the type. */
  static name = 'Date';

  constructor(...given) {
    if (given.length === 0) super(Real.now() + ahead);
    else super(...given);
  }

  static now() {
    return Real.now() + ahead;
  }
};
