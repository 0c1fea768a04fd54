// Makes a fresh clone ready, with nothing but Node and npm: packages, the tests' Debian packages, the build.
// Usage: node scripts/setup.mjs [--tests] [--build]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const packageStamp = join(root, 'node_modules', '.locked-packages');
const buildStamp = join(root, 'dist', '.sources');
const debianPackages = {
  chromium: '/usr/bin/chromium',
  mosquitto: '/usr/sbin/mosquitto',
  'mosquitto-clients': '/usr/bin/mosquitto_pub',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
};

const wanted = new Set(process.argv.slice(2));
requireNode();
await installPackages();
if (wanted.has('--tests')) await installDebianPackages();
if (wanted.has('--build')) await build();

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Node 20.19 or newer is needed; this is ${process.version}`);
}

async function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = sha256(lock);
  if (existsSync(packageStamp) && readFileSync(packageStamp, 'utf8') === stamp) return;
  const total = topLevelPackages(JSON.parse(lock));
  say(`installing the locked packages (${total})`);
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], (seconds) => {
    const done = countPackages();
    return `  ${done} of ${total} packages, ${seconds} s`;
  });
  writeFileSync(packageStamp, stamp);
}

function topLevelPackages(lock) {
  return Object.entries(lock.packages).filter(
    ([path, entry]) => path.lastIndexOf('node_modules/') === 0 && !entry.optional,
  ).length;
}

function countPackages() {
  const folder = join(root, 'node_modules');
  if (!existsSync(folder)) return 0;
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .reduce((count, name) => {
      if (!name.startsWith('@')) return count + 1;
      return count + (existsSync(join(folder, name)) ? readdirSync(join(folder, name)).length : 0);
    }, 0);
}

async function installDebianPackages() {
  const missing = Object.entries(debianPackages)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name);
  if (!missing.length) return;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) stop(`the tests need these Debian packages: sudo apt-get install ${missing.join(' ')}`);
  say(`installing Debian packages for the tests: ${missing.join(', ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], undefined, environment);
  await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
    (seconds) => `  ${seconds} s`,
    environment,
  );
}

async function build() {
  const stamp = sourcesStamp();
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === stamp) return;
  say('building the server');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await run(process.execPath, [bin('typescript-7/bin/tsc'), '-p', 'tsconfig.build.json']);
  for (const [what, folder] of [
    ['the console', 'web/console'],
    ['the field app', 'web/field'],
  ]) {
    say(`building ${what}`);
    await run(
      process.execPath,
      [bin('vite/bin/vite.js'), 'build', folder, '--logLevel', 'warn'],
      (seconds) => `  ${seconds} s`,
    );
  }
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, stamp);
}

/** Changes whenever a file that goes into the build does. */
function sourcesStamp() {
  const hash = createHash('sha256');
  for (const path of [
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'server',
    'broker',
    'devices-sim',
    'demo',
    'web',
  ])
    addToHash(hash, join(root, path));
  return hash.digest('hex');
}

function addToHash(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addToHash(hash, join(path, name));
    return;
  }
  hash.update(path.slice(root.length)).update(readFileSync(path));
}

/** Runs a command; its output is shown as it comes, and `progress` gives a line every few seconds. */
function run(command, args, progress, environment = process.env) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(command, args, { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] });
    const ticking =
      progress &&
      setInterval(() => process.stdout.write(`${progress(Math.round((Date.now() - started) / 1000))}\n`), 5_000);
    const done = (reason) => {
      clearInterval(ticking);
      if (reason) stop(`${command} ${args.slice(0, 2).join(' ')} ${reason}`);
      resolve();
    };
    child.on('error', (error) => done(`could not be started: ${error.message}`));
    child.on('exit', (code) => done(code === 0 ? '' : `ended with ${code}`));
  });
}

function bin(path) {
  return join(root, 'node_modules', path);
}

function sha256(data) {
  return createHash('sha256').update(data).digest('hex');
}

function say(text) {
  process.stdout.write(`[setup] ${text}\n`);
}

function stop(reason) {
  process.stderr.write(`[setup] ${reason}\n`);
  process.exit(1);
}
