import type { Demo } from './demo-file.ts';

interface Facts {
  origin: string;
  signInLink: string | null;
  demo: Demo | null;
  seconds: number;
}

/** The last thing that a start says: where to go, as whom, and how to stop. */
export function summary({ origin, signInLink, demo, seconds }: Facts): string {
  const lines = ['', `Relance is ready after ${seconds.toFixed(1)} s.`, ''];
  if (signInLink) lines.push('  Open this link to enter as the demo manager (it works once):', `  ${signInLink}`, '');
  lines.push(`  Or sign in at ${origin}${demo ? ' as' : ''}`);
  const width = Math.max(0, ...(demo?.accounts ?? []).map(({ email }) => email.length));
  for (const { role, email, password } of demo?.accounts ?? []) {
    lines.push(`    ${role.padEnd(10)} ${email.padEnd(width)}  ${password}`);
  }
  if (demo) lines.push('', `  API key of the demo manager: ${demo.apiKey}`);
  lines.push('', '  Press Ctrl-C to stop.', '');
  return lines.join('\n');
}
