import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLive } from './live.ts';

function setUp() {
  const stream = Object.assign(new EventTarget(), { close: vi.fn() });
  const queryClient = new QueryClient();
  const asked: unknown[] = [];
  vi.spyOn(queryClient, 'invalidateQueries').mockImplementation(async (filters) => {
    const predicate = filters?.predicate;
    const keys = [
      ['tasks', 'list'],
      ['enrolments', 'list'],
      ['scenarios', 'list'],
    ];
    const matches = keys.filter((key) => !predicate || predicate({ queryKey: [key] } as never));
    asked.push(matches.map((key) => key[0]));
  });
  const stop = startLive(queryClient, () => stream as unknown as EventSource);
  return { stream, asked, stop };
}

describe('live', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks again for what shows the topic, and nothing else', () => {
    const { stream, asked } = setUp();
    stream.dispatchEvent(new MessageEvent('message', { data: '{"topics":["tasks"]}' }));
    expect(asked).toEqual([['tasks', 'enrolments']]);
  });

  it('polls while the stream is away and asks for everything once it is back', () => {
    const { stream, asked, stop } = setUp();
    stream.dispatchEvent(new Event('open'));
    expect(asked).toHaveLength(0);
    stream.dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(10_000);
    expect(asked).toHaveLength(2);
    stream.dispatchEvent(new Event('open'));
    vi.advanceTimersByTime(20_000);
    expect(asked).toHaveLength(3);
    stop();
    expect(stream.close).toHaveBeenCalled();
  });
});
