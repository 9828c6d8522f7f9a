import { FAULT, INTERRUPTED, PIPE_CLOSED, TERMINATED } from './exit-code';
import { runProgram } from './program';

// What was written stays; temporary files go when the process does.
process.once('SIGINT', () => process.exit(INTERRUPTED));
process.once('SIGTERM', () => process.exit(TERMINATED));
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(PIPE_CLOSED);
  throw error;
});

const { stdin: input, stdout: output, stderr: errors, env } = process;
runProgram(process.argv.slice(2), { input, output, errors, env }).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    console.error(fault);
    process.exitCode = FAULT;
  },
);
