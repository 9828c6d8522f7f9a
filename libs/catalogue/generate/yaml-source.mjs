import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { LineCounter, isNode, parseDocument } from 'yaml';

/** A catalogue file that keeps the line of everything in it. Problems go to `problems` as `file:line: message`. */
export class YamlSource {
  constructor(folder, name, problems) {
    this.file = relative(process.cwd(), `${folder}/${name}`);
    this.problems = problems;
    this.lines = new LineCounter();
    this.document = parseDocument(readFileSync(`${folder}/${name}`, 'utf8'), { lineCounter: this.lines });
    for (const error of this.document.errors) this.#push(error.linePos?.[0].line ?? 1, error.message.split('\n')[0]);
    this.value = this.document.errors.length === 0 ? this.document.toJS() : null;
  }

  /** The line of a path such as `['grids', 3, 'rows', 0]`; of its nearest parent where the path itself is not written. */
  lineOf(path) {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = this.document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  problem(path, message) {
    this.#push(this.lineOf(path), message);
  }

  /** The value as a schema reads it (defaults filled in), or null with every violation reported. */
  check(schema) {
    if (this.value === null) return null;
    const result = schema.safeParse(this.value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.problem(issue.path, `${issue.path.join('.') || 'file'}: ${issue.message}`);
    return null;
  }

  #push(line, message) {
    this.problems.push(`${this.file}:${line}: ${message}`);
  }
}
