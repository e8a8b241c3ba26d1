import { execFile } from 'node:child_process';

interface Where {
  cwd: string;
  signal: AbortSignal;
  env?: NodeJS.ProcessEnv;
}

/** Runs a tool to its end; when it fails, the error says what could not be done and repeats its last words. */
export async function runTool(complaint: string, command: string, args: string[], where: Where): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    execFile(command, args, { ...where, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (!error) return resolve();
      const words = `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n    ');
      reject(new Error(`${complaint}:\n    ${words || error.message}`));
    });
  });
}
