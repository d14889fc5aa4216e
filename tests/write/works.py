"""Real works of every type, as a paper on peacekeeping cites them: facts that the tests of this room write and read."""

from __future__ import annotations

from dataclasses import replace

from citekit.model import Document, Face, Library, Name, Place, Title, Variant, Work

PINYIN = "zh-Latn-pinyin"
SURNAME = "the surname stands first"


def chinese(family, given, original="", **more):
    return Name(family, given, original=original, order="family-first", why=SURNAME, **more)


def body(text, translated="", original=""):
    return Name(literal=text, translated=translated, original=original, order="literal")


def title(main="", translation="", original="", language=PINYIN):
    return Title(
        Face(main, language) if main else None,
        Face(original, "ja" if language == "ja-Latn" else "zh-Hans") if original else None,
        Face(translation, "en") if translation else None,
    )


def english(main):
    return Title(Face(main, "en"))


def cited(*places):
    """``("n8.2", "44")`` for a citation of note 8 with its pinpoint; the first is full, the rest are short."""
    return tuple(
        Place(key, key[1:].split(".")[0], "short" if number else "full", locator)
        for number, (key, locator) in enumerate(places)
    )


def work(key, kind, main, places, **values):
    parts = {name: values.pop(name) for name in set(values) & set(Work.__slots__)}
    return Work(key, kind, main, cited=cited(*places), fields=values, **parts)


WORKS = (
    work(
        "xinwenbangongshi2009guofang",
        "article-newspaper",
        title("2008nian zhongguo de guofang", "China’s National Defense in 2008"),
        [("n1.1", "")],
        author=(
            body(
                "Zhonghua Renmin Gongheguo Xinwen Banggongshi",
                "Information Office of the State Council of the People’s Republic of China",
            ),
        ),
        container=title("Renmin Ribao", "People’s Daily", "人民日报"),
        date="2009-01-21",
    ),
    work(
        "hu2009gaige",
        "speech",
        title(
            "Jianchi gaige kaifang, tuijin hezuo gongying",
            "Continuing Reform and Opening-up, and Promoting Win-win Cooperation",
        ),
        [("n3.1", "890")],
        author=(chinese("Hu", "Jintao"),),
        editor=(body("Xinhua Yuebao she"),),
        container=title("Shizheng Wenxian Jilan: March 2008 – April 2009"),
        publisher=Title(Face("Renmin Chubanshe")),
        place="Beijing",
        date="2009",
        event_date="2008-04-12",
    ),
    work(
        "jiang1990xingxiang",
        "article-newspaper",
        title(
            "Wo jun zhanshi zixin de xin xingxiang: bayi de zhi sheng",
            "Our Armed Forces Display a New Confident Image: Voice of the People’s Liberation Army",
        ),
        [("n6.1", "")],
        container=title("Renmin Ribao"),
        date="2010-01-08",
        inherited={"container_translation": "n1.1"},
    ),
    work(
        "undpko2009summary",
        "un-document",
        english("UN Mission’s Summary Detailed by Country"),
        [("n7.1", "7-8")],
        author=(body("United Nations Department of Peacekeeping Operations"),),
        date="2009-12-31",
    ),
    work(
        "zhao2007jiangou",
        "book",
        title(
            "Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin",
            "Constructing Peace: Evolution of China’s Diplomatic Behavior toward the United Nations",
            "建构和平：中国对联合国外交行为演进",
        ),
        [("n8.1", "")],
        author=(chinese("Zhao", "Lei", "赵磊"),),
        publisher=Title(Face("Jiuzhou Chubanshe", PINYIN), Face("九州出版社", "zh-Hans"), Face("Jiuzhou Press", "en")),
        place="Beijing",
        date="2007",
    ),
    work(
        "tang2002weihe",
        "article-journal",
        title("Zhongguo yu lienheguo weihe xingdong", "China and UN Peacekeeping Operations"),
        [("n8.2", "44"), ("n50.1", "")],
        author=(chinese("Tang", "Yongshen"),),
        container=title("Shijie Jingji yu Zhengzhi", "World Economics and Politics"),
        date="2002",
        issue="9",
        pages="39-44",
        variants=(Variant("author", "Tang Yongsheng", ("n50.1",)),),
    ),
    work(
        "zhong2006renzhi",
        "article-journal",
        title(
            "Zhongguo dui lianheguo weichi heping xindong de renzhi he canyu",
            "China’s Conception of and Participation in UN Peacekeeping Operations",
        ),
        [("n10.1", "")],
        author=(chinese("Zhong", "Longbiao"), chinese("Wang", "Jun")),
        container=title("Dangdai Zhongguoshi Yanjiu", "Contemporary China History Studies"),
        date="2006-11",
        volume="13",
        issue="6",
        pages="78-85",
    ),
    work(
        "pang2005attitude",
        "article-journal",
        english("China’s Changing Attitude to UN Peacekeeping"),
        [("n12.1", "91")],
        author=(chinese("Pang", "Zhongying"),),
        container=english("International Peacekeeping"),
        date="2005-21",
        volume="12",
        issue="1",
    ),
    work(
        "stahle2008shifting",
        "article-journal",
        english("China’s Shifting Attitude towards United Nations Peacekeeping Operation"),
        [("n13.2", "631-655")],
        author=(Name("Stähle", "Stefan", order="given-first"),),
        container=english("The China Quarterly"),
        date="2008-09",
        volume="195",
    ),
    work(
        "shijie1989dashiji",
        "article-journal",
        title("1988 nian shijie jingji yu zhengzhi dashiji", "Major Events of World Economics and Politics in 1988"),
        [("n18.1", "79")],
        container=title("Shijie Jingji yu Zhengzhi"),
        date="1989",
        issue="2",
    ),
    work(
        "xie2007waijiaoshi",
        "book",
        title("Zhongguo Dangdai Waijiaoshi", "Diplomatic History of Contemporary China"),
        [("n19.1", "452")],
        editor=(chinese("Xie", "Yixian"),),
        publisher=title("Zhongguo Qingnian Chubanshe"),
        place="Beijing",
        date="2007",
    ),
    work(
        "ishizuka2008kokuren",
        "book",
        title(
            "Kokuren PKO to heiwa kouchiku",
            "UN Peacekeeping Operations and Peacebuilding",
            "国連PKOと平和構築",
            "ja-Latn",
        ),
        [("n28.1", "131")],
        author=(Name("Ishizuka", "Katsumi", original="石塚勝美", order="given-first"),),
        publisher=Title(Face("Souseisha", "ja-Latn")),
        place="Tokyo",
        date="2008",
    ),
    work("un1999sres1244", "un-document", Title(), [("n32.1", "")], document_symbol="S/RS/1244", date="1999-06-10"),
    work(
        "xinhua2000timor",
        "newswire",
        english("China to Join UN Mission in East Timor"),
        [("n35.1", "")],
        container=english("Xinhua"),
        date="2000-01-11",
    ),
    work(
        "li2006gaige",
        "chapter",
        title(
            "Lianheguo gaige de jincheng, xianzhuang yu zoushi",
            "The UN Reform: Process, Circumstance and Outlook",
        ),
        [("n37.1", "")],
        author=(chinese("Li", "Dongyan"),),
        editor=(chinese("Li", "Shenming"), chinese("Wang", "Yizhou")),
        container=title(
            "2006nian: Quanqiu Zhengzhi yu Anquan Baogao",
            "Annual Reports on International Politics and Security 2006",
        ),
        publisher=title("Shehui Kexue Wenxian Chubanshe"),
        place="Beijing",
        date="2006",
        pages="47-67",
    ),
    work(
        "xin2003dunpai",
        "article-magazine",
        title(
            "Heping dunpai: zhongguo jundui wei shijie hepong chuxheng",
            "Peace Shield: Chinese Army Goes to the Front for World Peace",
        ),
        [("n42.1", "11")],
        author=(chinese("Xin", "Yang"),),
        container=title("Guojia Anquan Tongxun", "National Security Information"),
        date="2003",
        issue="8",
    ),
    work(
        "secretariat2007appoints",
        "press-release",
        english("Secretary-General Appoints Major General Zhao Jingmin of China"),
        [("n57.2", "")],
        document_symbol="SG/A/1089",
        date="2007-08-28",
    ),
    work(
        "zhongguo2007duobian",
        "webpage",
        title(
            "Yao jiji canjia duobian weihe jiaoliu huodong",
            "We Need to Participate Actively in Multilateral Peacekeeping Exchanges",
        ),
        [("n64.1", "")],
        container=title("Zhongguo Xinwen Wang", "China News: Internet Version"),
        date="2007-06-21",
        url="http://www.chinanews.com.cn/gn/news/2007/06-21/962758.shtml",
        accessed="2011-12-15",
    ),
    work(
        "officer2008interview",
        "interview",
        Title(),
        [("n68.1", "")],
        author=(body("A military officer of the Vietnamese Ministry of National Defense"),),
        date="2008-04",
        event_place="Tokyo",
    ),
    work(
        "zhongguo2009duihua",
        "other",
        title(
            "2009 Zhongguo-dongmeng gaoji fangwu xuezhe duihua zai jing juxing",
            "2009 China – ASEAN Senior Defense Scholars’ Dialogues was Held in Beijing",
        ),
        [("n70.2", "")],
    ),
    work(
        "ajia2009policy",
        "article-journal",
        title(translation="Policy"),
        [("n101.1", "")],
        container=Title(Face("Ajia Keizai", "ja-Latn"), None, Face("Asian Economy", "en")),
        date="2009-04",
        volume="50",
        issue="4",
        pages="2-24",
    ),
    work(
        "brahimi2000panel",
        "report",
        english("Report of the Panel on United Nations Peace Operations"),
        [("n102.1", "13")],
        author=(body("Panel on United Nations Peace Operations"),),
        publisher=Title(Face("United Nations", "en")),
        document_symbol="A/55/305-S/2000/809",
        place="New York",
        date="2000-08-21",
    ),
    work(
        "kim1974united",
        "thesis",
        english("The People’s Republic of China in the United Nations"),
        [("n103.1", "")],
        author=(Name("Kim", "Samuel S.", order="given-first"),),
        publisher=Title(Face("Columbia University", "en")),
        genre="PhD diss.",
        date="1966",
    ),
    work(
        "charter1945",
        "treaty",
        english("Charter of the United Nations"),
        [("n104.1", "art. 43")],
        event_place="San Francisco",
        date="1945-06-26",
    ),
    work(
        "icj1962expenses",
        "legal-case",
        english("Certain Expenses of the United Nations (Article 17, Paragraph 2, of the Charter)"),
        [("n105.1", "151")],
        author=(body("International Court of Justice"),),
        container=english("I.C.J. Reports"),
        date="1962-07-20",
    ),
    work(
        "npc1997defense",
        "legislation",
        title("Zhonghua Renmin Gongheguo guofang fa", "Law of the People’s Republic of China on National Defense"),
        [("n106.1", "")],
        date="1997-03-14",
    ),
    work(
        "hammarskjold1958study",
        "archival",
        english("Summary study of the experience derived from the establishment and operation of the Force"),
        [("n107.1", "")],
        author=(Name("Hammarskjöld", "Dag", order="given-first"),),
        container=english("United Nations Archives"),
        place="New York",
        document_symbol="S-0164-0002",
        date="1958-10",
    ),
    work(
        "wiseman1983appraisals",
        "conference-paper",
        english("Peacekeeping: Appraisals & Proposals"),
        [("n108.1", "")],
        author=(Name("Wiseman", "Henry", order="given-first"),),
        event_place="New York",
        event_date="1982-03-22/1982-03-26",
        date="1983",
    ),
    work(
        "vangenugten1999manuscript",
        "manuscript",
        english("Notes on a United Nations of 100% consent"),
        [("n109.1", "")],
        author=(Name("Genugten", "Willem", "van", "Jr.", order="given-first"),),
        date="1999~",
    ),
    work(
        "george2004hotel",
        "film",
        english("Hotel Rwanda"),
        [("n110.1", "")],
        author=(Name("George", "Terry", order="given-first"),),
        genre="Motion picture",
        date="2004",
    ),
)

LIBRARY = Library(Document("peacekeeping.txt", ""), works=WORKS)


def library(*works):
    return replace(LIBRARY, works=works)
