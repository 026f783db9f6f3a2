const inChina = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

/** The day it is in China, YYYY-MM-DD. */
export const dayOf = (now: Date): string => inChina.format(now);
