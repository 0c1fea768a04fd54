import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { allowList, allowListSection, beginMark, endMark } from '../server/database/embedded/allow-list.ts';

/** Names with a dollar that are no operators: extended JSON, JSON Schema, references, hints. */
const foreign = new Set([
  '$numberInt',
  '$numberLong',
  '$numberDouble',
  '$numberDecimal',
  '$oid',
  '$date',
  '$binary',
  '$timestamp',
  '$regularExpression',
  '$ref',
  '$id',
  '$db',
  '$schema',
  '$defs',
  '$natural',
]);

const allowed = new Set(Object.values(allowList).flat());
const commands = new Set(allowList.Commands);
/** Methods that ask for what the engine refuses. */
const refusedMethods = new Set(['watch', 'collation', 'mapReduce']);

type Use = { what: string; where: string };

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    // The engine's own tests ask for what it refuses, and the conformance runner for whatever it reads.
    if (entry.isDirectory()) return /embedded|conformance|fixtures/.test(entry.name) ? [] : filesUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function nameOf(node: ts.ObjectLiteralElementLike | undefined): string | undefined {
  const name = node?.name;
  return name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : undefined;
}

/** What of MongoDB's a source asks for that is not on the list. */
function usesIn(path: string, text: string): Use[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const uses: Use[] = [];
  const add = (node: ts.Node, what: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    uses.push({ what, where: `${path}:${line + 1}` });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      const name = nameOf(node);
      if (name?.startsWith('$') && /^\$[a-zA-Z]+$/.test(name) && !allowed.has(name) && !foreign.has(name))
        add(node, name);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const method = node.expression.name.text;
      const receiver = node.expression.expression.getText();
      if (refusedMethods.has(method) && /model|collection|find|aggregate/i.test(receiver)) add(node, `${method}()`);
      const [first] = node.arguments;
      if (method === 'command' && first && ts.isObjectLiteralExpression(first)) {
        const name = nameOf(first.properties[0]);
        if (name !== undefined && !commands.has(name)) add(node, `the command ${name}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

describe('what the product asks of its database', () => {
  it('is on the list of what the embedded one answers', () => {
    const files = ['server', 'broker', 'demo', 'test'].flatMap(filesUnder);
    expect(files.length).to.be.greaterThan(100);
    expect(files.flatMap((path) => usesIn(path, readFileSync(path, 'utf8')))).to.deep.equal([]);
  });

  it('would be found if it were not', () => {
    const sample = `
      await Reading.find({ at: { $near: [1, 2] } }).collation({ locale: 'zh' });
      await database.command({ mapReduce: 'readings' });
      await Reading.aggregate([{ $search: {} }, { $project: { a: { $meta: 'x' } } }]);
      await readings.find({ a: { $gt: 1 } }).toArray();
    `;
    expect(usesIn('sample.ts', sample).map(({ what }) => what)).to.have.members([
      '$near',
      'collation()',
      'the command mapReduce',
      '$search',
      '$meta',
    ]);
  });

  it('is listed in the documentation as the engine has it', () => {
    const page = readFileSync('docs/embedded-database.md', 'utf8');
    const section = page.slice(page.indexOf(beginMark), page.indexOf(endMark) + endMark.length);
    expect(section, 'run npm run allow-list').to.equal(allowListSection());
  });
});
