/** Asks again until the answer is there; the test's own time limit ends a wait that is in vain. */
export async function eventually<Answer>(ask: () => Promise<Answer | null | undefined | false>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
