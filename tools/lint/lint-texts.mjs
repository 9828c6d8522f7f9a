// Lints texts as if they stood in files: a JSON list of { file, code } comes in on stdin, a list of the broken rules of each goes out.
// The boundary rule needs Nx's project graph and skips itself without: so it is made first.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import { ROOT } from '../install.mjs';
import { NX, nxEnvironment } from '../nx.mjs';

const texts = JSON.parse(await text(process.stdin));
execFileSync(process.execPath, [NX, 'show', 'projects'], { cwd: ROOT, env: nxEnvironment(), stdio: 'ignore' });
const eslint = new ESLint({ cwd: ROOT });
const broken = [];
for (const { file, code } of texts) {
  const [result] = await eslint.lintText(code, { filePath: path.join(ROOT, file) });
  broken.push([...new Set(result.messages.map(({ ruleId, message }) => ruleId ?? message))]);
}
console.log(JSON.stringify(broken));
