import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Where problems are told to callers: everything of the server but the embedded database, which speaks as MongoDB does. */
const sources = () =>
  readdirSync('server', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `server/${name}`);
const elsewhere = /\.test\.ts$|\/testing-support\/|^server\/database\/embedded\//;
const files = () => sources().filter((name) => !elsewhere.test(name));
const problems =
  /^(InvalidInput|Unauthenticated|Forbidden|NotFound|Conflict|IllegalTransition|TooLarge|UriTooLong|UnsupportedMediaType|TooManyRequests|NotAcceptable|NotImplemented|Unavailable|RecordsAltered|AgriTraceError|AccountDisabled|CodeNeeded|QueryTooLarge|QueryTooComplex|SubscriptionControls)$/;
const checks =
  /^(refine|superRefine|regex|min|max|length|check|string|int|positive|nonnegative|multipleOf|startsWith|endsWith|includes|email|url|uuid|datetime|date|enum|literal|strictObject|object|array|union|custom|gt|gte|lt|lte)$/;

/** Where a text stands that is told by way of a variable: it is looked for as it is. */
export function sourceText(): string {
  return files()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .replaceAll("\\'", "'");
}

/** Every text that a problem or one of its fields can tell, with `{}` where a value stands; sorted. */
export function messagesInSource(): string[] {
  const found = new Set<string>();
  for (const file of files()) {
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const constants = constantsOf(tree);
    const tell = (expression: ts.Expression | undefined) => {
      for (const text of textsOf(expression, constants)) found.add(text);
    };
    const visit = (node: ts.Node): void => {
      for (const expression of toldBy(node)) tell(expression);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return [...found].filter((text) => /[a-z]/.test(text.replaceAll('{}', '')) && !text.includes('· ')).sort();
}

function toldBy(node: ts.Node): (ts.Expression | undefined)[] {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && problems.test(node.expression.text))
    return [node.arguments?.[0]];
  if (
    ts.isObjectLiteralExpression(node) &&
    ['pointer', 'code', 'path', 'column', 'line'].some((name) => propertyOf(node, name))
  )
    return [propertyOf(node, 'message')];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword && isProblem(node))
    return [node.arguments[0]];
  if (ts.isCallExpression(node) && node.expression.getText() === 'fault') return [node.arguments[1]];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const called = node.expression.name.text;
  if (called === 'field') return [node.arguments[1]];
  if (!checks.test(called)) return [];
  const last = node.arguments.at(-1);
  if (!last) return [];
  if (ts.isObjectLiteralExpression(last)) return [propertyOf(last, 'error'), propertyOf(last, 'message')];
  return node.arguments.length > 1 && ts.isStringLiteralLike(last) ? [last] : [];
}

/** Whether the node stands in a class of problems. */
function isProblem(node: ts.Node): boolean {
  const found = ts.findAncestor(node, ts.isClassDeclaration);
  return (
    found?.heritageClauses?.some(({ types }) => types.some(({ expression }) => problems.test(expression.getText()))) ??
    false
  );
}

function propertyOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === name) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === name) return property.name;
  }
  return undefined;
}

function constantsOf(tree: ts.SourceFile): Map<string, ts.Expression> {
  const constants = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return constants;
}

/** What an expression can say, as far as it stands in the same file. */
function textsOf(expression: ts.Expression | undefined, constants: ReadonlyMap<string, ts.Expression>): string[] {
  if (!expression) return [];
  const of = (part: ts.Expression) => textsOf(part, constants);
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression))
    return [expression.head.text + expression.templateSpans.map(({ literal }) => `{}${literal.text}`).join('')];
  if (ts.isParenthesizedExpression(expression)) return of(expression.expression);
  if (ts.isConditionalExpression(expression)) return [...of(expression.whenTrue), ...of(expression.whenFalse)];
  if (ts.isBinaryExpression(expression)) return [...of(expression.left), ...of(expression.right)];
  if (ts.isArrowFunction(expression) && !ts.isBlock(expression.body)) return of(expression.body);
  if (ts.isObjectLiteralExpression(expression) && propertyOf(expression, 'zh')) return [];
  if (ts.isObjectLiteralExpression(expression))
    return expression.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) ? of(property.initializer) : [],
    );
  if (ts.isElementAccessExpression(expression)) return of(expression.expression);
  const named = ts.isIdentifier(expression) ? constants.get(expression.text) : undefined;
  if (!named || named === expression || ts.isCallExpression(named)) return [];
  return textsOf(named, new Map([...constants].filter(([, value]) => value !== named)));
}
