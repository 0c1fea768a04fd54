import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import asvs from './fixtures/asvs-5.0.0.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

/** A file in code marks, and after it the beginnings of the titles of its tests in quotes, each but the first after a comma. */
const pointer = /`((?:server|broker|web|test|docs|scripts)\/[\w./-]+\.\w+|tsconfig[\w.]*\.json)`((?:,? “[^”]+”)*)/g;

function pointersIn(text: string): { file: string; titles: string[] }[] {
  return [...text.matchAll(pointer)].map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title),
  }));
}

/** `1.1.1, 2.3.1–2.3.4 order`: each number, ranges in full. */
function requirementsIn(cell: string): string[] {
  return [...cell.matchAll(/(\d+\.\d+)\.(\d+)(?:–\d+\.\d+\.(\d+))?/g)].flatMap(([, section, first, last]) =>
    Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, at) => `${section}.${Number(first) + at}`),
  );
}

describe('the pages on hardening and operating', () => {
  it('name only files, tests and commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const page of ['docs/hardening.md', 'docs/operations.md', 'SECURITY.md']) {
      const text = read(page);
      for (const { file, titles } of pointersIn(text)) {
        expect(existsSync(root + file), `${page}: ${file}`).to.equal(true);
        const tests = read(file);
        for (const title of titles)
          expect(
            tests.includes(`it('${title}`) || tests.includes(`it("${title}`),
            `${page}: ${file} “${title}”`,
          ).to.equal(true);
        if (page === 'docs/hardening.md' && file.endsWith('.test.ts'))
          expect(titles, `${page}: ${file}`).to.not.be.empty;
      }
      for (const [, name = ''] of text.matchAll(/npm run ([\w:-]+)/g))
        expect(scripts, `${page}: ${name}`).to.have.property(name);
      const folder = page.includes('/') ? 'docs/' : '';
      for (const [, link = ''] of text.matchAll(/\]\(([^)#:]+)\)/g))
        expect(existsSync(root + folder + link), `${page}: ${link}`).to.equal(true);
    }
    expect(pointersIn(read('docs/hardening.md')).length).to.be.greaterThan(80);
  });

  it('name every requirement of ASVS 5.0.0 of levels 1 and 2, and none that does not exist', () => {
    const levels = Object.entries(asvs.levels).map(([level, ids]) => [Number(level), ids.split(' ')] as const);
    const known = levels.flatMap(([, ids]) => ids);
    const rows = read('docs/hardening.md').split('## OWASP ASVS')[1]?.split('\n') ?? [];
    const named = rows.flatMap((row) => requirementsIn(/^\| (\d[^|]*)\|/.exec(row)?.[1] ?? ''));
    expect(named.filter((id) => !known.includes(id))).to.deep.equal([]);
    const asked = levels.filter(([level]) => level < 3).flatMap(([, ids]) => ids);
    expect(asked.filter((id) => !named.includes(id))).to.deep.equal([]);
  });

  it('give each row of the catalogs one of the known states, and what is met a reason', () => {
    const rows = read('docs/hardening.md')
      .split('\n')
      .filter((line) => /^\| (\d|国密)/.test(line));
    expect(rows.length).to.be.greaterThan(90);
    const states = new Set(['met', 'partly', 'operator', 'not met', 'none here']);
    for (const row of rows) {
      const cells = row.split('|').map((cell) => cell.trim());
      const at = cells.findIndex((cell) => states.has(cell));
      expect(at, row).to.be.greaterThan(1);
      if (cells[at] !== 'none here') expect(cells[at + 1], row).to.match(/\w{3}/);
    }
  });
});

describe('the software bill of materials', function () {
  this.timeout(120_000);

  it('is CycloneDX and names every package of the service, and none that only builds and tests it', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/sbom.mjs', '--print'], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    const bill = JSON.parse(stdout) as { bomFormat: string; components: { name: string; version: string }[] };
    expect(bill.bomFormat).to.equal('CycloneDX');
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { dev?: boolean; version: string }>;
    };
    const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    for (const [path, { dev, version }] of Object.entries(packages)) {
      const name = path.split('node_modules/').at(-1) ?? '';
      if (name && !dev) expect(named, path).to.include(`${name}@${version}`);
    }
    for (const name of ['mocha', 'typescript', 'playwright-core'])
      expect(bill.components.map((component) => component.name)).to.not.include(name);
  });
});
