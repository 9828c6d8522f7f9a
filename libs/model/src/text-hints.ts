import type { NarrativeSection } from './cells';

/** What stands in an empty report where the text of a section goes. Written over or left standing, it is no text of the report. */
export const TEXT_HINTS: Readonly<Record<NarrativeSection, string>> = {
  s1: '【在此填写主动公开、依申请公开、政府信息管理、平台建设和监督保障的情况】',
  s5: '【在此填写存在的主要问题及改进情况】',
  s6: '【在此填写其他需要报告的事项，包括收取信息处理费的情况】',
};
