/** The Windows images that Alibaba Cloud offers, by edition and language. */

/** Windows: id stem, the edition in OSNameEn and in OSName, the platform. */
export const WINDOWS = [
  ['win2022_21H2_x64_dtc_zh-cn_40G_alibase', '2022 Data Center Edition 64bit Chinese', '2022'],
  ['win2022_21H2_x64_dtc_en-us_40G_alibase', '2022 Data Center Edition 64bit English', '2022'],
  [
    'wincore_2022_x64_dtc_en-us_40G_alibase',
    '2022 Data Center Edition 64bit without UI English',
    '2022',
  ],
  ['win2019_1809_x64_dtc_zh-cn_40G_alibase', '2019 Data Center Edition 64bit Chinese', '2019'],
  ['win2019_1809_x64_dtc_en-us_40G_alibase', '2019 Data Center Edition 64bit English', '2019'],
  [
    'win2019_1809_x64_dtc_en-us_40G_container_alibase',
    '2019 Data Center Edition with Container 64bit English',
    '2019',
  ],
  ['win2016_1607_x64_dtc_zh-cn_40G_alibase', '2016 Data Center Edition 64bit Chinese', '2016'],
  ['win2016_1607_x64_dtc_en-us_40G_alibase', '2016 Data Center Edition 64bit English', '2016'],
  ['win2012r2_9600_x64_dtc_zh-cn_40G_alibase', '2012 R2 Data Center Edition 64bit Chinese', '2012'],
  ['win2012r2_9600_x64_dtc_en-us_40G_alibase', '2012 R2 Data Center Edition 64bit English', '2012'],
  // Plain 2012, which has the platform of 2012 R2.
  ['win2012_64_stand_cn_40G_alibase', '2012 Standard Edition 64bit Chinese', '2012'],
  ['win2012_64_stand_en_40G_alibase', '2012 Standard Edition 64bit English', '2012'],
] as const;

/** Windows images are built together. */
export const WINDOWS_BUILDS = ['20240110', '20240915', '20241018'] as const;
