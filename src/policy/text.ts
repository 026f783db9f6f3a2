/** The languages Luohu speaks; Chinese first. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** One text in every language of {@link locales}. */
export type Text = Readonly<Record<Locale, string>>;
