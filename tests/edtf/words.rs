//! What every form of EDTF is called in each language: whole sentences.

use annals::date::{Date, Language};

/// Checks a table of lines `expression | English | Chinese | Japanese`.
fn check(level: u8, table: &str) {
    for line in table.lines() {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [text, expected @ ..] = &cells[..] else { panic!("no expression: {line}") };
        let date: Date = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(date.level() <= level, "{text} is of level {}", date.level());
        assert_eq!([Language::En, Language::Zh, Language::Ja].map(|language| date.words(language)), expected, "{text}");
    }
}

#[test]
fn level_0() {
    check(0, LEVEL_0);
}

#[test]
fn level_1() {
    check(1, LEVEL_1);
}

#[test]
fn level_2() {
    check(2, LEVEL_2);
}

const LEVEL_0: &str = "\
1985-04-12 | 12 April 1985 | 1985年4月12日 | 1985年4月12日
1985-04 | some day in April 1985 | 1985年4月某日 | 1985年4月のある日
1985 | some time in 1985 | 1985年内 | 1985年のある時期
1985-04-12T23:20:30 | 12 April 1985, 23:20:30 (local time) | 1985年4月12日23:20:30（当地时间） | 1985年4月12日23:20:30（現地時間）
1985-04-12T23:20:30Z | 12 April 1985, 23:20:30 (UTC) | 1985年4月12日23:20:30（UTC） | 1985年4月12日23:20:30（UTC）
1985-04-12T23:20:30-04 | 12 April 1985, 23:20:30 (UTC-4) | 1985年4月12日23:20:30（UTC-4） | 1985年4月12日23:20:30（UTC-4）
1985-04-12T23:20:30+04:30 | 12 April 1985, 23:20:30 (UTC+4:30) | 1985年4月12日23:20:30（UTC+4:30） | 1985年4月12日23:20:30（UTC+4:30）
1964/2008 | from some time in 1964 to some time in 2008 | 1964年某时至2008年某时 | 1964年のある時期から2008年のある時期まで
2004-06/2006-08 | from some day in June 2004 to some day in August 2006 | 2004年6月某日至2006年8月某日 | 2004年6月のある日から2006年8月のある日まで
2004-02-01/2005-02-08 | from 1 February 2004 to 8 February 2005 | 2004年2月1日至2005年2月8日 | 2004年2月1日から2005年2月8日まで
2004-02-01/2005-02 | from 1 February 2004 to some day in February 2005 | 2004年2月1日至2005年2月某日 | 2004年2月1日から2005年2月のある日まで
2004-02-01/2005 | from 1 February 2004 to some time in 2005 | 2004年2月1日至2005年某时 | 2004年2月1日から2005年のある時期まで
2005/2006-02 | from some time in 2005 to some day in February 2006 | 2005年某时至2006年2月某日 | 2005年のある時期から2006年2月のある日まで
2020-10-21/2020-10-23 | from 21 to 23 October 2020 | 2020年10月21日至23日 | 2020年10月21日から23日まで
2020-10/2020-11 | from some day in October to some day in November 2020 | 2020年10月某日至11月某日 | 2020年10月のある日から11月のある日まで
2020-01-13/2020-03-11 | from 13 January to 11 March 2020 | 2020年1月13日至3月11日 | 2020年1月13日から3月11日まで
0000 | some time in 1 BC | 公元前1年内 | 紀元前1年のある時期
0033 | some time in AD 33 | 公元33年内 | 西暦33年のある時期";

const LEVEL_1: &str = "\
Y170000002 | year 170000002 | 170000002年 | 170000002年
Y-170000002 | 170000003 BC | 公元前170000003年 | 紀元前170000003年
-1985 | some time in 1986 BC | 公元前1986年内 | 紀元前1986年のある時期
-0043-03-15 | 15 March 44 BC | 公元前44年3月15日 | 紀元前44年3月15日
2001-21 | spring 2001 | 2001年春季 | 2001年春
2001-22 | summer 2001 | 2001年夏季 | 2001年夏
2001-23 | autumn 2001 | 2001年秋季 | 2001年秋
2001-24 | winter 2001 | 2001年冬季 | 2001年冬
1984? | 1984, doubtful | 1984年（存疑） | 1984年（不確か）
2020~ | about 2020 | 约2020年 | 2020年頃
2020% | about 2020, doubtful | 约2020年（存疑） | 2020年頃（不確か）
2004-06~ | about June 2004 | 约2004年6月 | 2004年6月頃
2020-06? | June 2020, doubtful | 2020年6月（存疑） | 2020年6月（不確か）
2004-06-11% | about 11 June 2004, doubtful | 约2004年6月11日（存疑） | 2004年6月11日頃（不確か）
2001-21~ | about spring 2001 | 约2001年春季 | 2001年春頃
201X | the 2010s | 2010年代 | 2010年代
20XX | some year from 2000 to 2099 | 2000年至2099年间某年 | 2000年から2099年の間のある年
2004-XX | some month of 2004 | 2004年某月 | 2004年のある月
1985-04-XX | some day in April 1985 | 1985年4月某日 | 1985年4月のある日
1985-XX-XX | some day in 1985 | 1985年某日 | 1985年のある日
201X? | the 2010s, doubtful | 2010年代（存疑） | 2010年代（不確か）
1985-04-XX~ | about April 1985 | 约1985年4月 | 1985年4月頃
1985-04-12/.. | from 12 April 1985 on, still going | 1985年4月12日起，仍在持续 | 1985年4月12日から、現在も継続
1985-04/.. | from some day in April 1985 on, still going | 1985年4月某日起，仍在持续 | 1985年4月のある日から、現在も継続
1985/.. | from some time in 1985 on, still going | 1985年某时起，仍在持续 | 1985年のある時期から、現在も継続
../1985-04-12 | until 12 April 1985, beginning open | 至1985年4月12日止，起始不限 | 1985年4月12日まで、始まりの定めなし
../1985 | until some time in 1985, beginning open | 至1985年某时止，起始不限 | 1985年のある時期まで、始まりの定めなし
1985-04-12/ | from 12 April 1985, end not known | 1985年4月12日起，结束时间不详 | 1985年4月12日から、終わりは不明
1985/ | from some time in 1985, end not known | 1985年某时起，结束时间不详 | 1985年のある時期から、終わりは不明
/1985-04-12 | until 12 April 1985, beginning not known | 至1985年4月12日止，开始时间不详 | 1985年4月12日まで、始まりは不明
/1985 | until some time in 1985, beginning not known | 至1985年某时止，开始时间不详 | 1985年のある時期まで、始まりは不明
1984?/2004% | from 1984 (doubtful) to about 2004 (doubtful) | 1984年（存疑）至约2004年（存疑） | 1984年（不確か）から2004年頃（不確か）まで
2020-01~/2020-03~ | from about January to about March 2020 | 约2020年1月至约3月 | 2020年1月頃から3月頃まで
2001-21/2003-22 | from spring 2001 to summer 2003 | 2001年春季至2003年夏季 | 2001年春から2003年夏まで";

const LEVEL_2: &str = "\
Y-17E7 | 170000001 BC | 公元前170000001年 | 紀元前170000001年
Y17E8 | year 1700000000 | 1700000000年 | 1700000000年
Y17E99 | year 17 × 10^99 | 17×10^99年 | 17×10^99年
Y17E99S1 | year 17 × 10^99 (significant digits: 1) | 17×10^99年（1位有效数字） | 17×10^99年（有効数字1桁）
1950S2 | some year from 1900 to 1999, estimated at 1950 | 1900年至1999年之间，估计为1950年 | 1900年から1999年の間、推定1950年
-1950S2 | some year from 2000 BC to 1901 BC, estimated at 1951 BC | 公元前2000年至公元前1901年之间，估计为公元前1951年 | 紀元前2000年から紀元前1901年の間、推定紀元前1951年
Y171010000S3 | some year from 171000000 to 171999999, estimated at 171010000 | 171000000年至171999999年之间，估计为171010000年 | 171000000年から171999999年の間、推定171010000年
Y3388E2S3 | some year from 338000 to 338999, estimated at 338800 | 338000年至338999年之间，估计为338800年 | 338000年から338999年の間、推定338800年
1950S2? | some year from 1900 to 1999, estimated at 1950, doubtful | 1900年至1999年之间，估计为1950年（存疑） | 1900年から1999年の間、推定1950年（不確か）
2001-25 | northern spring 2001 | 2001年北半球春季 | 2001年春（北半球）
2001-26 | northern summer 2001 | 2001年北半球夏季 | 2001年夏（北半球）
2001-27 | northern autumn 2001 | 2001年北半球秋季 | 2001年秋（北半球）
2001-28 | northern winter 2001 | 2001年北半球冬季 | 2001年冬（北半球）
2001-29 | southern spring 2001 | 2001年南半球春季 | 2001年春（南半球）
2001-30 | southern summer 2001 | 2001年南半球夏季 | 2001年夏（南半球）
2001-31 | southern autumn 2001 | 2001年南半球秋季 | 2001年秋（南半球）
2001-32 | southern winter 2001 | 2001年南半球冬季 | 2001年冬（南半球）
2001-33 | the first quarter of 2001 | 2001年第一季度 | 2001年の第1四半期
2001-34 | the second quarter of 2001 | 2001年第二季度 | 2001年の第2四半期
2001-35 | the third quarter of 2001 | 2001年第三季度 | 2001年の第3四半期
2001-36 | the fourth quarter of 2001 | 2001年第四季度 | 2001年の第4四半期
2001-37 | the first four months of 2001 | 2001年头四个月 | 2001年の最初の4か月
2001-38 | the middle four months of 2001 | 2001年中间四个月 | 2001年の中間の4か月
2001-39 | the last four months of 2001 | 2001年最后四个月 | 2001年の最後の4か月
2001-40 | the first half of 2001 | 2001年上半年 | 2001年の前半
2001-41 | the second half of 2001 | 2001年下半年 | 2001年の後半
156X-21 | spring of some year in the 1560s | 1560年代某年春季 | 1560年代のある年の春
156X-34 | the second quarter of some year in the 1560s | 1560年代某年第二季度 | 1560年代のある年の第2四半期
[2014,2017] | between 2014 and 2017: one of the two | 2014年或2017年（二者之一） | 2014年か2017年のどちらか
[2020-03-05,2020-03-08] | between 5 and 8 March 2020: one of the two | 2020年3月5日或8日（二者之一） | 2020年3月5日か8日のどちらか
[1667,1668,1670..1672] | one of 1667, 1668 or 1670 to 1672 | 1667年、1668年或1670年至1672年（其中之一） | 1667年、1668年、1670年〜1672年のいずれか
[2020-01-13..2020-03-11] | some time between 13 January and 11 March 2020 | 2020年1月13日至3月11日之间 | 2020年1月13日から3月11日の間のいつか
[1670..1672] | some time between 1670 and 1672 | 1670年至1672年之间 | 1670年から1672年の間のいつか
[..1760-12-03] | on or before 3 December 1760 | 1760年12月3日或更早 | 1760年12月3日またはそれ以前
[..2020] | on or before 2020 | 2020年或更早 | 2020年またはそれ以前
[1760-12..] | December 1760 or later | 1760年12月或更晚 | 1760年12月以降
[2020..] | 2020 or later | 2020年或更晚 | 2020年以降
[1760-01,1760-02,1760-12..] | one of these: January 1760; February 1760; December 1760 or later | 以下之一：1760年1月；1760年2月；1760年12月或更晚 | 次のいずれか：1760年1月、1760年2月、1760年12月以降
[..1667,1760-12] | one of these: 1667 or earlier; December 1760 | 以下之一：1667年或更早；1760年12月 | 次のいずれか：1667年以前、1760年12月
[1667,1760-12] | between 1667 and December 1760: one of the two | 1667年或1760年12月（二者之一） | 1667年か1760年12月のどちらか
[1984?,2004~,2006] | one of 1984 (doubtful), about 2004 or 2006 | 1984年（存疑）、约2004年或2006年（其中之一） | 1984年（不確か）、2004年頃、2006年のいずれか
[2020] | some time in 2020 | 2020年内 | 2020年のある時期
{1667,1668,1670..1672} | all of 1667, 1668 and 1670 to 1672 | 1667年、1668年和1670年至1672年（全部） | 1667年、1668年、1670年〜1672年のすべて
{1960,1961-12} | both 1960 and December 1961 | 1960年和1961年12月（二者皆是） | 1960年と1961年12月の両方
{2020-03-0X,2021} | both some time between 1 and 9 March 2020 and 2021 | 2020年3月1日至9日之间和2021年（二者皆是） | 2020年3月1日から9日の間のいつかと2021年の両方
{..1984} | all of the time up to 1984 | 1984年及以前（全部） | 1984年までのすべて
{1984..} | all of the time from 1984 on | 1984年及以后（全部） | 1984年以降のすべて
{1670..1672} | all of 1670 to 1672 | 1670年至1672年（全部） | 1670年〜1672年のすべて
{2020-01-13..2020-03-11} | all of 13 January to 11 March 2020 | 2020年1月13日至3月11日（全部） | 2020年1月13日〜3月11日のすべて
{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..} | all of the time up to 31 December 1983, 10 October to 1 November 1984 and the time from 5 November 1984 on | 1983年12月31日及以前、1984年10月10日至11月1日和1984年11月5日及以后（全部） | 1983年12月31日まで、1984年10月10日〜11月1日、1984年11月5日以降のすべて
2004-06~-11 | 11 June 2004 (year and month approximate) | 2004年6月11日（年份和月份为约数） | 2004年6月11日（年・月はおおよそ）
2004?-06-11 | 11 June 2004 (year doubtful) | 2004年6月11日（年份存疑） | 2004年6月11日（年は不確か）
?2004-06-~11 | 11 June 2004 (day approximate; year doubtful) | 2004年6月11日（日为约数，年份存疑） | 2004年6月11日（日はおおよそ、年は不確か）
2004-%06-11 | 11 June 2004 (month approximate and doubtful) | 2004年6月11日（月份为约数且存疑） | 2004年6月11日（月はおおよそで不確か）
2004-~06 | some day in June 2004 (month approximate) | 2004年6月某日（月份为约数） | 2004年6月のある日（月はおおよそ）
156X-12-25 | 25 December of some year in the 1560s | 1560年代某年12月25日 | 1560年代のある年の12月25日
15XX-12-25 | 25 December of some year from 1500 to 1599 | 1500年至1599年间某年12月25日 | 1500年から1599年の間のある年の12月25日
1XXX-12-25 | 25 December of some year from 1000 to 1999 | 1000年至1999年间某年12月25日 | 1000年から1999年の間のある年の12月25日
XXXX-12-25 | 25 December of a year not known | 某年12月25日 | ある年の12月25日
XXXX-12-XX | some day in December of a year not known | 某年12月某日 | ある年の12月のある日
XXXX-12 | some day in December of a year not known | 某年12月某日 | ある年の12月のある日
XXXX | a year not known | 年份不详 | 年不明
XXXX-XX | some month of a year not known | 某年某月 | ある年のある月
XXXX-XX-XX | some day in a year not known | 某年某日 | ある年のある日
1XXX-XX | some month of some year from 1000 to 1999 | 1000年至1999年间某年某月 | 1000年から1999年の間のある年のある月
1XXX-12 | some day in December of some year from 1000 to 1999 | 1000年至1999年间某年12月某日 | 1000年から1999年の間のある年の12月のある日
1XX3 | some year of the form 1XX3 | 形如1XX3的某年 | 1XX3という形のある年
1XX3-04 | some day in April of some year of the form 1XX3 | 形如1XX3的某年4月某日 | 1XX3という形のある年の4月のある日
1984-1X | some time between October and December 1984 | 1984年10月至12月之间 | 1984年10月から12月の間のいつか
1984-X1 | some day in January or November 1984 | 1984年1月或11月某日 | 1984年1月または11月のある日
1984-X0 | some day in October 1984 | 1984年10月某日 | 1984年10月のある日
2020-04-1X | some time between 10 and 19 April 2020 | 2020年4月10日至19日之间 | 2020年4月10日から19日の間のいつか
2020-04-X1 | 1, 11 or 21 April 2020 | 2020年4月1、11或21日 | 2020年4月1、11または21日
2020-04-3X | 30 April 2020 | 2020年4月30日 | 2020年4月30日
1983-02-2X | some time between 20 and 28 February 1983 | 1983年2月20日至28日之间 | 1983年2月20日から28日の間のいつか
1984-02-2X | some time between 20 and 29 February 1984 | 1984年2月20日至29日之间 | 1984年2月20日から29日の間のいつか
198X-02-2X | some time between 20 and 29 February of some year in the 1980s | 1980年代某年2月20日至29日之间 | 1980年代のある年の2月20日から29日の間のいつか
X900-02-2X | some time between 20 and 28 February of some year of the form X900 | 形如X900的某年2月20日至28日之间 | X900という形のある年の2月20日から28日の間のいつか
1983-02-X9 | 9 or 19 February 1983 | 1983年2月9或19日 | 1983年2月9または19日
1984-X2-3X | 30 or 31 December 1984 | 1984年12月30或31日 | 1984年12月30または31日
1984-1X-31 | 31 October or December 1984 | 1984年10月或12月31日 | 1984年10月または12月31日
2004-XX-12 | day 12 of some month of 2004 | 2004年某月12日 | 2004年のある月の12日
2004-XX-1X | day 10 to 19 of some month of 2004 | 2004年某月10至19日 | 2004年のある月の10〜19日
156X-12-2X | some time between 20 and 29 December of some year in the 1560s | 1560年代某年12月20日至29日之间 | 1560年代のある年の12月20日から29日の間のいつか
1984-1X-0X | some time between 1 and 9 October, November or December 1984 | 1984年10月、11月或12月1日至9日之间 | 1984年10月、11月または12月1日から9日の間のいつか
2004-06-~01/2004-06-~20 | from 1 June 2004 (day approximate) to 20 June 2004 (day approximate) | 2004年6月1日（日为约数）至2004年6月20日（日为约数） | 2004年6月1日（日はおおよそ）から2004年6月20日（日はおおよそ）まで
2004-06-XX/2004-07-03 | from some day in June to 3 July 2004 | 2004年6月某日至7月3日 | 2004年6月のある日から7月3日まで
..2004-06-01/2004-06-20 | from 1 June 2004 or earlier to 20 June 2004 | 2004年6月1日或更早至2004年6月20日 | 2004年6月1日以前から2004年6月20日まで
2004-06-01/2004-06-20.. | from 1 June 2004 to 20 June 2004 or later | 2004年6月1日至2004年6月20日或更晚 | 2004年6月1日から2004年6月20日以降まで
..2004-06-01/2004-06-20.. | from 1 June 2004 or earlier to 20 June 2004 or later | 2004年6月1日或更早至2004年6月20日或更晚 | 2004年6月1日以前から2004年6月20日以降まで
..2004-06-01/.. | from 1 June 2004 or earlier on, still going | 2004年6月1日或更早起，仍在持续 | 2004年6月1日以前から、現在も継続
[2020-01..2020-01] | some day in January 2020 | 2020年1月某日 | 2020年1月のある日
[2020,2020] | some time in 2020 | 2020年内 | 2020年のある時期
2020-01-01/2020-01-01 | 1 January 2020 | 2020年1月1日 | 2020年1月1日";

#[test]
fn words_are_read_back() {
    for text in [
        "2020",
        "0050",
        "-0043",
        "-0043-03-15",
        "0000",
        "Y-17000",
        "Y12000",
        "Y17E7",
        "Y171010000S3",
        "1950S2",
        "2020-03",
        "2020-03-15",
        "0033-04-03",
        "2020-21",
        "2020-33",
        "2020-41",
        "0050-26",
        "192X",
        "190X",
        "19XX",
        "1XXX",
        "1X3X",
        "XXXX",
        "2020-XX",
        "2020-XX-XX",
        "192X-03",
        "XXXX-12-25",
        "156X-12-25",
        "2020-03~",
        "2020?",
        "2020-03-15%",
        "2004-06~-11",
        "?2004-06-~11",
        "2020-03-15T10:30:00",
        "2020-03-15T10:30:00Z",
        "2020-03-15T10:30:00+04:30",
        "2020-10-21/2020-10-23",
        "2020-02-28/2020-03-01",
        "2020-01/2020-03",
        "2020-01~/2020-03~",
        "1964/2008",
        "2020-03?/2020-10-26",
        "-0043-03-15/-0043-03-20",
        "2020-03-15/2020-03",
        "1985-04-12/..",
        "../1985",
        "1985~/",
        "/1985-04",
        "..2004-06-01/2004-06-20",
        "2004-06-01/2004-06-20..",
        "[2020-01-13..2020-03-11]",
        "[..2020]",
        "[2019..]",
        "[2014,2017]",
        "[1667,1668,1670..1672]",
        "[1667,1760-12..]",
        "[..1760-12,1761]",
        "{1960,1961-12}",
        "{2020-01-01,2020-03-01}",
        "{1667,1668,1670..1672}",
        "{..1984}",
        "{1667..1672}",
        "{2020-03..}",
        "[-0043,0050]",
    ] {
        let date: Date = text.parse().expect("EDTF");
        for language in Language::ALL {
            let words = date.words(language);
            let read = Date::from_words(&words).unwrap_or_else(|| panic!("{text}: {words}"));
            assert_eq!((read.words(language), read.bounds()), (words, date.bounds()), "{text}: {read}");
        }
    }
    for words in ["", "March", "15 March", "some day in", "32 March 2020", "about", "from 2020 to 2019", "5月"] {
        assert_eq!(Date::from_words(words), None, "{words}");
    }
}
