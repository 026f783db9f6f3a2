/** Made-up people, for demo installations, tests and the bench. Nothing here is a real person's. */
export * from "./cast.ts";
