import { plainText } from '@gongkai/model';

/** Longer lines are the report's own sentences, whatever they begin with. */
const LONGEST = 80;
const PAGE_END = new RegExp(
  `^(?:${[
    '[【\\[]?(?:打印|关闭|返回(?:顶部|首页|列表)?|收藏|纠错|分享)(?:本页|此页|窗口|页面)?[】\\]:]?(?:$|\\s|【)',
    '扫一扫|扫码|分享[到至]|[上下]一[篇条]\\s?[:：]?',
    '相关(?:链接|附件|文章|文档|阅读|新闻|信息|稿件|解读|政策)[:：]?(?:$|\\s)',
    '(?:附件|文件)下载|责任编辑|责编[:：]|编辑[:：]|信息来源[:：]|来源[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)',
    '发布(?:时间|日期|机构|单位|人)\\s?[:：]|友情链接|网站(?:地图|声明|标识码)|政府网站标识码',
    '(?:隐私|版权)(?:保护|声明|所有)|(?:联系|关于)我们$|使用帮助$|(?:主办|承办|维护|技术支持)(?:单位)?\\s?[:：]|Copyright|©',
    '.{0,12}ICP备|.{0,12}公网安备|您访问的链接',
  ].join('|')})`,
  'i',
);

/** What a site prints below an article: attachments to download, neighbours, who runs the site. */
export function isPageEnd(text: string): boolean {
  if (text.length > LONGEST) return false;
  return PAGE_END.test(plainText(text).trim());
}
