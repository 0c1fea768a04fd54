// Writes the software bill of materials of what the service runs on (CycloneDX) to sbom.json, or prints it: --print
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bill = billOf(serviceAlone());
if (process.argv.includes('--print')) process.stdout.write(bill);
else {
  writeFileSync(join(root, 'sbom.json'), bill);
  process.stdout.write(`sbom.json: ${JSON.parse(bill).components.length} packages\n`);
}

/** The locked packages without those that only build and test. `npm sbom --omit dev` would leave out what both need. */
function serviceAlone() {
  const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  delete lock.packages[''].devDependencies;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).filter(([, { dev }]) => !dev));
  return { 'package.json': manifest, 'package-lock.json': lock };
}

function billOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'agritrace-sbom-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
    const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
    const made = spawnSync('npm', words, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (made.status !== 0) throw new Error(made.stderr || `npm could not be started: ${made.error?.message}`);
    return made.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
