import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLive } from './live.ts';

function setUp() {
  const stream = Object.assign(new EventTarget(), { close: vi.fn(), readyState: 1 });
  const make = vi.fn(() => stream as unknown as EventSource);
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
  const stop = startLive(queryClient, make);
  return { stream, make, asked, stop };
}

describe('live', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // happy-dom has no EventSource
    vi.stubGlobal('EventSource', { CLOSED: 2 });
  });
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

  it('opens the stream anew when the server has refused it', () => {
    const { stream, make, stop } = setUp();
    stream.readyState = EventSource.CLOSED;
    stream.dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(5_000);
    expect(make).toHaveBeenCalledTimes(2);
    stop();
  });

  it('gathers what changes faster than it can be asked', () => {
    const { stream, asked, stop } = setUp();
    for (const topic of ['tasks', 'scenarios', 'tasks']) {
      stream.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ topics: [topic] }) }));
    }
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(asked[1]).toEqual(['tasks', 'enrolments', 'scenarios']);
    stop();
  });
});
