// What people read when signing in did not work.
const again = {
  to: "/auth/sign-in",
  label: { "zh-CN": "重新登录", en: "Sign in again" },
} as const;

const home = { to: "/", label: { "zh-CN": "回到首页", en: "Go to the first page" } } as const;

export const pages = {
  failed: {
    title: { "zh-CN": "登录没有完成", en: "Signing in did not finish" },
    words: {
      "zh-CN": "身份认证没有通过，或等待太久，或在别的窗口里又登录了一次。",
      en: "The identity provider did not confirm it, it took too long, or another window began anew.",
    },
    link: again,
  },
  unavailable: {
    title: { "zh-CN": "暂时无法登录", en: "Signing in is not possible just now" },
    words: {
      "zh-CN": "没有设置身份认证服务，或它没有应答。请稍后再试。",
      en: "There is no identity provider, or it does not answer. Try again later.",
    },
    link: home,
  },
  demoRefused: {
    title: { "zh-CN": "演示人物不能在此登录", en: "People of the demo cannot sign in here" },
    words: {
      "zh-CN": "这里保存的是真实数据。",
      en: "The data here are real.",
    },
    link: home,
  },
} as const;
