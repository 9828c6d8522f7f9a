// Questions at the terminal, or their answers from a pipe, a line each.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Trouble } from './start/trouble.mjs';

/** Asks one question after the other; close it at the end. Throws where the answers end before the questions. */
export function openAnswers(input = process.stdin, output = process.stderr) {
  let hidden = false;
  const shown = new Writable({
    write: (chunk, encoding, done) => (hidden ? done() : output.write(chunk, encoding, () => done())),
  });
  const isTerminal = input.isTTY === true;
  const lines = createInterface({ input, output: shown, terminal: isTerminal });
  const next = linesOf(lines);

  return {
    isTerminal,
    /** @type {(question: string) => Promise<string>} */
    async ask(question) {
      output.write(question);
      return (await next()).trim();
    },
    /**
     * Not shown while it is typed.
     * @type {(question: string) => Promise<string>}
     */
    async askHidden(question) {
      output.write(question);
      hidden = true;
      try {
        return await next();
      } finally {
        hidden = false;
        if (isTerminal) output.write('\n');
      }
    },
    close: () => lines.close(),
  };
}

/**
 * The next line each time, once it has come.
 * @type {(lines: import('node:readline').Interface) => () => Promise<string>}
 */
function linesOf(lines) {
  /** @type {((line: string | null) => void)[]} */
  const waiting = [];
  /** @type {string[]} */
  const ready = [];
  let ended = false;
  lines.on('line', (line) => {
    const tell = waiting.shift();
    if (tell) tell(line);
    else ready.push(line);
  });
  lines.on('close', () => {
    ended = true;
    for (const tell of waiting.splice(0)) tell(null);
  });
  return async () => {
    /** @type {string | null} */
    const line = ready.shift() ?? (ended ? null : await new Promise((tell) => waiting.push(tell)));
    if (line === null) throw new Trouble('没有回答就结束了：什么都没有建立。', 'The answers ended before the questions: nothing was made.');
    return line;
  };
}
