// Preloaded into the npm, vite and test runs that set up a checkout. When the script that started
// one is killed outright, the run ends at once: an npm that goes on, or tidies up after itself,
// would spoil the next one's work, which finds what was left half done and does it again.
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.channel?.unref();
// Meant for this process alone: what it starts has channels of its own.
const { NODE_OPTIONS: options = "" } = process.env;
process.env["NODE_OPTIONS"] = options.replace(`--import=${import.meta.url}`, "").trim();
