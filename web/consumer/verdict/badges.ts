import { type Html, html } from '../html.ts';
import type { Verdict } from '../trace-view.ts';

const shapes = {
  shield: 'M24 4 41 10v13c0 11-7 17-17 21C14 40 7 34 7 23V10z',
  square: 'M8 6h32a2 2 0 0 1 2 2v32a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z',
  circle: 'M24 5a19 19 0 1 1 0 38a19 19 0 0 1 0-38z',
  diamond: 'M24 3 45 24 24 45 3 24z',
  octagon: 'M15.500 4h17L44 15.500v17L32.500 44h-17L4 32.500v-17z',
  triangle: 'M24 4 46 42H2z',
} as const;

const signs = {
  tick: 'M15 24.500l6.500 6.500L34 18',
  dashes: 'M16 20h16M16 28h16',
  hands: 'M24 14v10.500l7 4',
  question: 'M18.500 19a5.500 5.500 0 1 1 7.500 5.200c-1.400.6-2 1.500-2 3.300M24 33v.1',
  cross: 'M17 17l14 14M31 17 17 31',
  pause: 'M20 20v14M28 20v14',
  back: 'M31 32V24a5 5 0 0 0-5-5h-9M22 13l-6 6 6 6',
} as const;

/** Each verdict has its own outline and sign, so that no two are told apart by colour alone. Filled: a public authority's word. */
const badges: Record<
  Verdict,
  { shape: keyof typeof shapes; sign: keyof typeof signs; look: 'filled' | 'outlined' | 'dotted' }
> = {
  'passed-official': { shape: 'shield', sign: 'tick', look: 'filled' },
  'passed-commissioned': { shape: 'square', sign: 'tick', look: 'outlined' },
  'passed-self': { shape: 'circle', sign: 'tick', look: 'outlined' },
  'tested-no-limit': { shape: 'diamond', sign: 'dashes', look: 'outlined' },
  'test-pending': { shape: 'circle', sign: 'hands', look: 'dotted' },
  'not-tested': { shape: 'circle', sign: 'question', look: 'dotted' },
  failed: { shape: 'octagon', sign: 'cross', look: 'filled' },
  held: { shape: 'triangle', sign: 'pause', look: 'filled' },
  recalled: { shape: 'octagon', sign: 'back', look: 'filled' },
};

export function badge(verdict: Verdict): Html {
  const { shape, sign, look } = badges[verdict];
  return html`<svg class="badge ${look}" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><path class="shape" d="${shapes[shape]}"/><path class="sign" d="${signs[sign]}"/></svg>`;
}
