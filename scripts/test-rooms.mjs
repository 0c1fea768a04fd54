/** The rooms that hold tests, as mocha takes them. */
export const specifications = ['server', 'broker', 'devices-sim', 'demo', 'web', 'test', 'bench'].flatMap((room) => [
  '--spec',
  `${room}/**/*.test.ts`,
]);
