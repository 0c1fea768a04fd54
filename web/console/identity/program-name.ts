/** What people call a program and its system, by what its User-Agent holds; the first that fits, as most name their rivals too. */
const programs: [RegExp, string][] = [
  [/MicroMessenger\/([\d]+)/, 'WeChat'],
  [/DingTalk\/([\d]+)/, 'DingTalk'],
  [/Edg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
  [/(?:OPR|Opera)\/(\d+)/, 'Opera'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Headless)?(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari\//, 'Safari'],
  [/^curl\/(\d+)/, 'curl'],
];

const systems: [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** @returns such as "Chrome 156 · Windows"; the User-Agent as it is where it fits nothing */
export function programName(userAgent: string): string {
  const program = programs.flatMap(([pattern, name]) => {
    const found = pattern.exec(userAgent);
    return found ? [`${name} ${found[1]}`] : [];
  })[0];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (program === undefined) return userAgent;
  return system === undefined ? program : `${program} · ${system}`;
}
