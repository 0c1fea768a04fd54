interface Person {
  username: string;
  displayName: string;
}

/** As many as the server answers in one. */
const atOnce = 100;

/** Asks in one for all names that are wanted before the page has come to rest. A name that is not told stays the user name. */
export function createNamesOfPeople(
  ask: (usernames: string[]) => Promise<Person[]>,
): (username: string) => Promise<string> {
  let batch: { wanted: Set<string>; told: Promise<Map<string, string>> } | null = null;

  const begin = () => {
    const wanted = new Set<string>();
    const told = Promise.resolve().then(async () => {
      batch = null;
      const all = [...wanted];
      const parts = Array.from({ length: Math.ceil(all.length / atOnce) }, (_, index) =>
        ask(all.slice(index * atOnce, (index + 1) * atOnce)),
      );
      const people = (await Promise.all(parts)).flat();
      return new Map(people.map(({ username, displayName }) => [username, displayName]));
    });
    return { wanted, told };
  };

  return async (username) => {
    batch ??= begin();
    const { wanted, told } = batch;
    wanted.add(username);
    return (await told).get(username) ?? username;
  };
}
