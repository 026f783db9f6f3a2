export type Repeated = {
  /** Does the work now, once the round that is under way has ended. */
  now(): Promise<void>;
  /** Ends, after the round that is under way. */
  stop(): Promise<void>;
};

export type Repeating = {
  /** Milliseconds from the end of one round to the next. */
  readonly every: number;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
  /** One round; gives what there is to tell, or "". `stopped` says whether to go on with more. */
  readonly work: (stopped: () => boolean) => Promise<string>;
};

/**
 * Does work at intervals, one round at a time. What there is to tell is told once, until it is something else. A round
 * that throws is told and tried again like any other: one question or signature gone wrong ends no server.
 */
export function repeat({ every, log, work }: Repeating): Repeated {
  let told = "";
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const once = async (): Promise<void> => say(await work(() => stopped));

  const tell = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(text.replaceAll(/\s*\n\s*/g, " "));
  };

  function say(line: string): void {
    if (line !== "" && line !== told) log(line);
    told = line;
  }

  function wait(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = once().catch(tell).finally(wait);
    }, every);
    timer.unref();
  }

  wait();
  return {
    async now() {
      await running;
      await once();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
