// Prints as JSON which exported names stand for two things in the whole workspace, with the files that come in on stdin as if they stood in it.
import { text } from 'node:stream/consumers';
import { homonyms } from './names.mjs';
import { allSources } from './sources.mjs';

/** @type {import('./types.js').SourceFile[]} */
const more = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(homonyms([...allSources(), ...more])));
