/** The rooms that hold tests, as mocha takes them; the longest files first, so that no process is left with one at the end. */
export const specifications = ['test', 'server', 'broker', 'devices-sim', 'demo', 'web', 'bench'].flatMap((room) => [
  '--spec',
  `${room}/**/*.test.ts`,
]);
