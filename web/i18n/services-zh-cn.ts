import type { ServiceWords } from "./services.ts";

export const servicesZhCN: Readonly<Record<string, ServiceWords>> = {
  settlement: {
    title: "落户",
    note: "把户口迁到想去的地方",
    where: "您想在哪里落户？",
    headline: {
      granted: (place) => `可以在${place}落户`,
      refused: (place) => `目前还不能在${place}落户`,
      unknown: (place) => `能否在${place}落户，还不能确定`,
      refer: (place) => `能否在${place}落户，由有关机关决定`,
    },
  },
  "residence-permit": {
    title: "居住证",
    note: "户口在别处，想在现在住的地方办居住证",
    where: "您想在哪里办居住证？",
    headline: {
      granted: (place) => `可以在${place}办居住证`,
      refused: (place) => `目前还不能在${place}办居住证`,
      unknown: (place) => `能否在${place}办居住证，还不能确定`,
      refer: (place) => `能否在${place}办居住证，由有关机关决定`,
    },
  },
  benefits: {
    title: "居住证能享受什么",
    note: "上学、看病、就业等服务，哪些现在就有，哪些要等",
    where: "您的居住证在哪里？",
    headline: {
      granted: (place) => `在${place}可以享受居住证的服务`,
      refused: (place) => `目前在${place}还不能享受居住证的服务`,
      unknown: (place) => `在${place}能享受哪些服务，还不能确定`,
      refer: (place) => `在${place}能享受哪些服务，由有关机关答复`,
    },
  },
  exam: {
    title: "孩子在当地参加中考、高考",
    note: "带在身边上学的孩子，能不能就地考试",
    where: "孩子想在哪里考试？",
    headline: {
      granted: (place) => `孩子可以在${place}参加中考、高考`,
      refused: (place) => `孩子目前还不能在${place}参加中考、高考`,
      unknown: (place) => `孩子能否在${place}参加中考、高考，还不能确定`,
      refer: (place) => `孩子能否在${place}参加中考、高考，由有关机关答复`,
    },
  },
  "short-stay": {
    title: "住不满半年的登记证",
    note: "刚来不久，想要一张居住凭证",
    where: "您现在住在哪里？",
    headline: {
      granted: (place) => `可以在${place}申请短期登记证`,
      refused: (place) => `目前不能在${place}申请短期登记证`,
      unknown: (place) => `能否在${place}申请短期登记证，还不能确定`,
      refer: (place) => `能否在${place}申请短期登记证，由有关机关决定`,
    },
  },
  unregistered: {
    title: "没有户口的人登记户口",
    note: "替自己或孩子办户口，或者恢复被注销的户口",
    where: "想在哪里登记户口？",
    headline: {
      granted: (place) => `可以在${place}登记户口`,
      refused: (place) => `目前还不能在${place}登记户口`,
      unknown: (place) => `能否在${place}登记户口，还不能确定`,
      refer: (place) => `能否在${place}登记户口，由有关机关决定`,
    },
  },
};

export const otherServiceZhCN = (id: string): ServiceWords => ({
  title: id,
  note: "这一项还没有中文说明",
  where: "您问的是哪里？",
  headline: {
    granted: (place) => `在${place}可以`,
    refused: (place) => `目前在${place}还不可以`,
    unknown: (place) => `在${place}能不能办，还不能确定`,
    refer: (place) => `在${place}能不能办，由有关机关决定`,
  },
});
