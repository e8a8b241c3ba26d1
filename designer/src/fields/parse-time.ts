/** A time of day as people type it (`9`, `9h30`, `930`, `09:30`) as `HH:MM`; undefined when it is none. */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?:\s*[:h.]?\s*(\d{2}))?\s*h?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, hours = '', minutes = '00'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
