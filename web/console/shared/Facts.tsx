import { Fragment, type ReactNode } from 'react';

export type Fact = [label: string, value: ReactNode];

/** What is known of a record, as a list of terms; facts without a value are left out. */
export function Facts({ facts }: { facts: (Fact | false | undefined)[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => {
        if (!fact || fact[1] === undefined || fact[1] === null || fact[1] === false || fact[1] === '') return null;
        return (
          <Fragment key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
