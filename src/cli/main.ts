import { exit, type Io } from "./io.ts";
import { runSafely } from "./run.ts";

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

process.exitCode = await runSafely(process.argv.slice(2), io);
