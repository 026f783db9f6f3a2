/** Words around every page of the desk and the console. */
export type StaffTexts = {
  readonly name: string;
  readonly skip: string;
  readonly otherLanguage: string;
  readonly signOut: string;
  readonly signIn: string;
  readonly signInLead: string;
  readonly mainMenu: string;
  readonly appointment: string;
  readonly opening: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly sessionEnds: (minutes: number) => string;
  readonly staySignedIn: string;
  readonly ended: string;
  readonly again: string;
  readonly home: string;
  readonly notForRole: string;
  readonly problems: {
    readonly offline: readonly [title: string, detail: string];
    readonly "401": readonly [title: string, detail: string];
    readonly "403": readonly [title: string, detail: string];
    readonly "404": readonly [title: string, detail: string];
    readonly "429": readonly [title: string, detail: string];
    readonly "503": readonly [title: string, detail: string];
    readonly other: readonly [title: string, detail: string];
  };
  readonly purpose: {
    readonly title: string;
    readonly lead: string;
    readonly code: string;
    readonly choose: string;
    readonly reference: string;
    readonly referenceHint: string;
    readonly start: string;
    readonly now: (purpose: string, reference: string) => string;
    readonly change: string;
    readonly seen: string;
  };
};
