/// The words that pages put around articles: agencies, navigation, share bars, comment forms, pointers to other articles.
///
/// Collected from the stock texts of news sites and of the themes and plugins they are built with. All lower case. Each list is used on short
/// passages only, so that a paragraph which happens to begin with such words stays body.
enum StockPhrases {
    /// Before the title of another article.
    static let linkOpenings = [
        "read more", "read also", "also read", "read next", "read it", "read", "see also", "see more", "related", "related article",
        "related story",
        "related news", "more", "more on this", "more on this story", "watch", "watch also", "listen", "recommended", "don't miss",
        "you may also like",
        "up next", "next article", "previous article", "in pictures", "explainer", "opinion", "analysis", "live updates", "follow",
        "follow live",
        "читайте также", "lire aussi", "à lire aussi", "lea también", "lesen sie auch", "leia também", "leggi anche", "ayrıca okuyun",
    ]
    /// Who made a picture or a text, standing alone.
    static let agencies: Set<String> = [
        "afp", "ap", "reuters", "epa", "epa-efe", "efe", "dpa", "ansa", "tass", "sputnik", "xinhua", "aa", "anadolu", "anadolu agency",
        "pa", "pa media",
        "pa wire", "upi", "interfax", "ria novosti", "azertac", "armenpress", "tanjug", "getty", "getty images", "ap photo",
        "associated press",
        "the associated press", "agence france-presse", "shutterstock", "istock", "alamy", "bloomberg", "kyodo", "yonhap", "handout",
        "file", "courtesy",
        "photolure", "gettyimages", "reuters staff", "afp staff", "staff reporter", "staff writer", "news desk", "picture alliance",
        "keystone", "ntb", "tt", "belga", "apa", "pti", "ani", "zuma", "nurphoto", "wikimedia commons",
    ]
    static let creditOpenings = [
        "©", "(c) ", "copyright ", "photo by ", "photos by ", "photograph by ", "photography by ", "image by ", "picture by ",
        "pictures by ", "video by ",
        "illustration by ", "graphic by ", "photo credit", "image credit", "picture credit", "credit: ", "credits: ", "photo courtesy",
        "image source",
        "photo source", "image copyright", "getty images", "ap photo/", "written by ", "reported by ", "reporting by ", "edited by ",
        "editing by ",
        "translated by ", "compiled by ", "author: ", "source: ",
    ]
    /// Where a credit that follows a caption on its line begins.
    static let creditTails = [
        " via ap", " via afp", " via reuters", " via getty images", " via getty", "/getty images", "/afp", "/ap", "/reuters", "/epa",
        "/tass", "/anadolu",
    ]
    static let captionOpenings = [
        "photo: ", "photos: ", "file photo", "file - ", "file – ", "file — ", "image: ", "picture: ", "pictured", "in this photo",
        "in this file photo",
        "in this image", "caption: ", "archive photo", "an archive photo", "illustrative photo", "illustration: ", "video: ",
        "screenshot: ", "фото: ",
    ]
    /// Where a caption's own credit stands in brackets at its end.
    static let captionTails = [
        "(photo", "(ap photo", "(image", "(picture", "(file photo", "[file", "[reuters", "[afp", "[ap", "[getty", "[epa", "[anadolu",
        "| photo", "(reuters)", "(afp)",
    ]

    /// Lines that are furniture whatever follows.
    static let boilerplateLines: Set<String> = [
        "loading", "advertisement", "advertisements", "- advertisement -", "ad", "sponsored", "sponsored content", "promoted",
        "source link", "related articles",
        "related stories", "related posts", "related news", "related topics", "related content", "latest articles", "latest news",
        "latest stories", "latest posts",
        "stay connected", "most read", "most popular", "most viewed", "trending", "trending now", "popular posts", "popular news",
        "editor's picks", "editors' picks",
        "recommended for you", "recommended stories", "you might also like", "you may also like", "more stories", "more news",
        "top stories", "top news", "breaking news",
        "all news", "newsletter", "newsletters", "comments", "comment", "no comments", "add a comment", "leave a reply", "leave a comment",
        "cancel reply",
        "your name", "your email", "your email address", "your comment", "post comment", "post a comment", "reply", "tags", "topics",
        "share this", "share this article", "share this story", "share on", "share with friends",
        "read more", "see more", "show more", "load more", "view all", "see all", "more", "continue reading", "listen to this article",
        "listen to article",
        "go to top", "back to top", "skip to content", "skip to main content", "follow us", "contact us", "about us", "privacy policy",
        "terms of use",
        "terms of service", "terms and conditions", "cookie policy", "accept", "accept all", "accept cookies", "reject all",
        "manage cookies", "next", "previous",
        "prev", "story continues below advertisement", "article continues below", "scroll to continue", "print this page", "send by email",
        "report a typo",
    ]
    /// Where a form, a notice or an appeal to the reader begins, whole sentences among them.
    static let formOpenings = [
        "please enter", "please log in", "please sign in", "please enable", "please subscribe", "your email address will not",
        "required fields are", "save my name",
        "notify me of", "you must be logged in", "log in to", "logged in as", "sign up for", "sign up to", "sign in to", "subscribe to our",
        "subscribe to the",
        "subscribe now", "enter your email", "get our newsletter", "get the latest news", "get the latest headlines", "join our newsletter",
        "join us on", "follow us on", "find us on",
        "like us on", "click here to", "tap here to", "download our app", "download the app", "we use cookies", "this site uses",
        "this website uses", "by continuing to use",
        "by continuing to browse", "all rights reserved", "your browser does not", "javascript is", "become a member",
    ]
    /// Where a label begins.
    static let labelOpenings = [
        "tags:", "tags ", "topics:", "keywords:", "filed under", "posted in", "posted by", "posted on", "category:", "categories:",
        "published on", "published:", "published at",
        "updated:", "last updated", "last modified", "advertisement", "- advertisement", "sponsored", "story continues below",
        "article continues", "continue reading",
        "scroll down", "scroll to", "loading", "more from", "latest from", "most read", "source link", "print this", "e-mail this",
        "to comment", "support our", "skip to", "copy link", "story code",
        "embed", "share on ", "share via ", "share this", "terms of use", "click here", "join our", "get the latest",
    ]
    /// Anywhere in a short line.
    static let boilerplateParts = [
        "all rights reserved", "min read", "minute read", "minutes read", "spot_img", "will not be published", "enable javascript",
    ]

    /// Words of menus and share bars: a line of nothing else is one.
    static let menuWords: Set<String> = [
        "home", "homepage", "news", "world", "politics", "business", "economy", "sport", "sports", "culture", "opinion", "opinions",
        "analysis", "video", "videos", "photo",
        "photos", "gallery", "live", "tv", "radio", "podcast", "podcasts", "weather", "menu", "search", "login", "register", "subscribe",
        "share", "tweet", "facebook", "twitter",
        "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "instagram", "youtube", "email", "e-mail", "print", "copy", "link",
        "rss", "vk", "viber", "messenger", "pocket",
        "flipboard", "tumblr", "x", "fb", "sign", "in", "up", "log", "close", "open", "save", "like", "follow", "shares", "views",
        "comments", "and", "us", "on", "about", "contact", "contacts", "more",
        "latest", "top", "lifestyle", "technology", "tech", "science", "health", "entertainment", "travel", "society", "international",
        "regional", "region",
    ]
    static let dateWords: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan",
        "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
        "tues", "wed", "thu", "thur", "thurs", "fri",
        "sat", "sun", "am", "pm", "a.m", "p.m", "gmt", "utc", "msk", "est", "edt", "cet", "bst", "at", "on", "of", "the", "st", "nd", "rd",
        "th", "published", "updated", "posted",
        "last", "date", "time", "today", "yesterday", "ago", "hours", "hour", "minutes", "minute", "mins", "days", "day", "t", "z", "ist",
        "year", "years", "month", "months",
        "week", "weeks", "a",
    ]
    /// Agencies as they stand before a photographer's name: "REUTERS/Ann Poole".
    static let agencyOpenings = [
        "reuters/", "ap photo/", "afp/", "epa/", "epa-efe/", "tass/", "getty images/", "anadolu/", "reuters / ", "ap / ", "afp / ",
    ]
    /// After these the page lists other articles, not this one.
    static let listOpenings: Set<String> = [
        "related articles", "related stories", "related posts", "related news", "latest articles", "latest news", "latest stories",
        "latest posts", "most read", "most popular",
        "trending", "trending now", "popular posts", "recommended for you", "recommended stories", "you might also like",
        "you may also like", "more stories", "more news",
        "top stories", "editor's picks", "editors' picks", "read more", "read also", "see also",
    ]
}
