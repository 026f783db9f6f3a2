export { answerPosts } from "./answer-posts.ts";
export { type Asker, newAsker, questionOf } from "./asking.ts";
