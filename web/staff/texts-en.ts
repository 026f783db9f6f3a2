import type { StaffTexts } from "./texts.ts";

export const staffEn: StaffTexts = {
  name: "Luohu",
  skip: "Skip to content",
  otherLanguage: "中文",
  signOut: "Sign out",
  signIn: "Sign in",
  signInLead: "These pages are for staff. Please sign in first.",
  mainMenu: "Main menu",
  appointment: "Appointment",
  opening: "Opening…",
  roles: {
    resident: "resident",
    "window-clerk": "window clerk",
    approver: "approver",
    "department-officer": "department officer",
    lawmaker: "lawmaker",
    auditor: "auditor",
    "data-protection-officer": "data-protection officer",
  },
  sessionEnds: (minutes) =>
    minutes === 1 ? "Your session ends in 1 minute." : `Your session ends in ${minutes} minutes.`,
  staySignedIn: "Go on working",
  ended: "Your session has ended. What you typed is still here: sign in again and go on.",
  again: "Try again",
  home: "To the first page",
  notForRole: "Your role does not use these pages.",
  problems: {
    offline: [
      "The server cannot be reached",
      "Check the network. What you typed is still here: try again once you are back.",
    ],
    "401": ["Please sign in again", "The session has ended, or was ended elsewhere."],
    "403": [
      "Your role may not do this",
      "Ask a colleague who may, or switch to another appointment.",
    ],
    "404": ["Nothing was found", "There is no such number, or not in your county."],
    "429": ["Too many requests", "Please wait a little and try again."],
    "503": [
      "The service is not available",
      "It is starting or being looked after. Try again soon.",
    ],
    other: ["That did not work", "Please try again; if it stays so, tell the technicians."],
  },
  purpose: {
    title: "Why are you looking?",
    lead: "Say the purpose first. Each look is recorded, and the person sees who looked, when and why.",
    code: "Purpose",
    choose: "Choose a purpose",
    reference: "Reference (optional)",
    referenceHint: "such as the number of the case or paper",
    start: "Start",
    now: (purpose, reference) =>
      `Looking for: ${purpose}${reference === "" ? "" : ` (${reference})`}`,
    change: "Change purpose",
    seen: "The person will see this look-up.",
  },
};
