import type { ServiceWords } from "./services.ts";

export const servicesEn: Readonly<Record<string, ServiceWords>> = {
  settlement: {
    title: "Moving my registration",
    note: "Register my household in the place I would like to live",
    where: "Where would you like to register?",
    headline: {
      granted: (place) => `You can register in ${place}`,
      refused: (place) => `You cannot register in ${place} as things stand`,
      unknown: (place) => `Whether you can register in ${place} is not known yet`,
      refer: (place) => `Whether you can register in ${place} is for an authority to decide`,
    },
  },
  "residence-permit": {
    title: "A residence permit",
    note: "I am registered elsewhere and want a permit where I live",
    where: "Where would you like the permit?",
    headline: {
      granted: (place) => `You can have a residence permit in ${place}`,
      refused: (place) => `You cannot have a residence permit in ${place} as things stand`,
      unknown: (place) => `Whether you can have a permit in ${place} is not known yet`,
      refer: (place) => `Whether you can have a permit in ${place} is for an authority to decide`,
    },
  },
  benefits: {
    title: "What a permit gives me",
    note: "School, health, work and more: what I have now, and what comes later",
    where: "Where is your residence permit?",
    headline: {
      granted: (place) => `A permit’s services in ${place} are yours`,
      refused: (place) => `A permit’s services in ${place} are not yours as things stand`,
      unknown: (place) => `Which services you have in ${place} is not known yet`,
      refer: (place) => `Which services you have in ${place} is for an authority to say`,
    },
  },
  exam: {
    title: "My child’s entrance exams",
    note: "Can a child who lives and learns with me sit the exams here?",
    where: "Where would the child sit the exams?",
    headline: {
      granted: (place) => `Your child can sit the entrance exams in ${place}`,
      refused: (place) => `Your child cannot sit the exams in ${place} as things stand`,
      unknown: (place) => `Whether your child can sit the exams in ${place} is not known yet`,
      refer: (place) =>
        `Whether your child can sit the exams in ${place} is for an authority to say`,
    },
  },
  "short-stay": {
    title: "A certificate for a short stay",
    note: "I have been here for less than half a year and want proof of it",
    where: "Where do you live now?",
    headline: {
      granted: (place) => `You can ask for the certificate in ${place}`,
      refused: (place) => `You cannot ask for the certificate in ${place} as things stand`,
      unknown: (place) => `Whether you can ask for it in ${place} is not known yet`,
      refer: (place) => `Whether you can ask for it in ${place} is for an authority to decide`,
    },
  },
  unregistered: {
    title: "Someone without registration",
    note: "Register myself or a child, or restore a registration that was cancelled",
    where: "Where should the registration be?",
    headline: {
      granted: (place) => `The registration in ${place} can be made`,
      refused: (place) => `The registration in ${place} cannot be made as things stand`,
      unknown: (place) => `Whether it can be made in ${place} is not known yet`,
      refer: (place) => `Whether it can be made in ${place} is for an authority to decide`,
    },
  },
};

export const otherServiceEn = (id: string): ServiceWords => ({
  title: id,
  note: "No description yet",
  where: "Which place do you ask about?",
  headline: {
    granted: (place) => `Yes, in ${place}`,
    refused: (place) => `Not in ${place} as things stand`,
    unknown: (place) => `Not known yet for ${place}`,
    refer: (place) => `For an authority in ${place} to decide`,
  },
});
