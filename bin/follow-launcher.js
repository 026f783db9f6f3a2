// Preloaded into what a launcher starts. When the launcher is gone (kill -9 lets it pass nothing
// on), this process ends itself in the ordinary way, so that no server is left holding its port.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
// Meant for this process alone: what it starts has channels of its own.
const { NODE_OPTIONS: options = "" } = process.env;
process.env["NODE_OPTIONS"] = options.replace(`--import=${import.meta.url}`, "").trim();
