import { readFileSync } from 'node:fs';
import { messagesInSource, sourceText } from './problem-words/messages.ts';

/** Fails when a problem has no Chinese, or the Chinese of one stands there that nothing tells any more. */
const page = 'server/http/problem-words/zh.json';
const known = new Set(Object.keys(JSON.parse(readFileSync(page, 'utf8')) as Record<string, string>));
const told = messagesInSource();
const lacking = told.filter((message) => !known.has(message));
const source = sourceText();
const left = [...known].filter((message) => message.split('{}').some((part) => !source.includes(part)));
for (const message of lacking) console.log(`no Chinese in ${page} for: ${message}`);
for (const message of left) console.log(`${page} has what no problem says: ${message}`);
process.exit(lacking.length + left.length ? 1 : 0);
