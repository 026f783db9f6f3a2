import { fill } from "../policy/index.ts";
import { exit, type Io } from "./io.ts";
import { detectLocale } from "./language.ts";
import { oneLine } from "./problems.ts";
import { run } from "./run.ts";
import { textsOf } from "./text/texts.ts";

// A reader that has seen enough (`luohu explain … | head`) closes the pipe; that is not a failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? exit.fine : exit.bug);
  });
}

const io: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin: process.stdin,
  env: process.env,
};

try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  const message = oneLine(error instanceof Error ? error.message : String(error));
  io.err(`luohu: ${fill(textsOf(detectLocale(process.env)).bug, { message })}\n`);
  process.exitCode = exit.bug;
}
