/** Whether an address or name is this machine's own. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|\[::1\])$/.test(host);
