/** So many messages within so many seconds. */
export interface Rate {
  messages: number;
  seconds: number;
}

/**
 * How many messages may be sent now, and when the next one may where none may: sliding windows over what was sent.
 * @param sentAt milliseconds, in any order
 */
export function room(
  sentAt: readonly number[],
  now: number,
  rates: readonly Rate[],
): { messages: number; nextAt: number } {
  const windows = rates.map(({ messages, seconds }) => {
    const recent = sentAt.filter((at) => at > now - seconds * 1000).sort((a, b) => b - a);
    const blocking = recent[messages - 1];
    return {
      messages: Math.max(0, messages - recent.length),
      nextAt: blocking === undefined ? now : blocking + seconds * 1000,
    };
  });
  return {
    messages: Math.min(...windows.map((window) => window.messages)),
    nextAt: Math.max(now, ...windows.map((window) => window.nextAt)),
  };
}

/**
 * Which of the waiting go together into which messages: each in its own as long as that leaves room, otherwise all of them
 * in one, a digest. Nothing while there is no room at all.
 */
export function messagesFor<Waiting>(waiting: readonly Waiting[], roomFor: number): [Waiting, ...Waiting[]][] {
  const [first, ...others] = waiting;
  if (first === undefined || roomFor <= 0) return [];
  return waiting.length <= roomFor ? waiting.map((each) => [each]) : [[first, ...others]];
}
