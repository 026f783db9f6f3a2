/** What the provider keeps of a sign-in under way. */
type Payload = Readonly<Record<string, unknown>> & { consumed?: number };
type Entry = { readonly payload: Payload; readonly until: number };

/** Sign-ins and tokens that are remembered at most; the oldest go first. */
const most = 5000;

/** The provider's memory: this process, and no longer. One store for all of its models. */
export function memory(): (model: string) => object {
  const entries = new Map<string, Entry>();
  const find = (key: string): Payload | undefined => {
    const entry = entries.get(key);
    return entry === undefined || entry.until <= Date.now() ? undefined : entry.payload;
  };
  return (model) => {
    const keyOf = (id: string) => `${model} ${id}`;
    return {
      async upsert(id: string, payload: Payload, seconds?: number) {
        const until =
          seconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + seconds * 1000;
        const oldest = entries.keys().next();
        if (entries.size >= most && oldest.done !== true) entries.delete(oldest.value);
        entries.set(keyOf(id), { payload, until });
      },
      find: async (id: string) => find(keyOf(id)),
      async findByUid(uid: string) {
        const of = [...entries].filter(([key]) => key.startsWith(`${model} `));
        return of.map(([key]) => find(key)).find((payload) => payload?.["uid"] === uid);
      },
      findByUserCode: async () => undefined,
      async consume(id: string) {
        const entry = entries.get(keyOf(id));
        if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id: string) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId: string) {
        for (const [key, { payload }] of entries) {
          if (payload["grantId"] === grantId) entries.delete(key);
        }
      },
    };
  };
}
