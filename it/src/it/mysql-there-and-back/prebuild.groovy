import org.robotoverlord.changelog.TestMysql

// The driver registers itself with whom loads it.
Class.forName('org.mariadb.jdbc.Driver')

def url = { major ->
    TestMysql.freshDatabase(major).replaceFirst('jdbc:mariadb://(.*)\\?user=robot.*', 'mariadb://robot@$1')
}
def mysql = TestMysql.majors().contains(TestMysql.MYSQL) ? TestMysql.MYSQL : TestMysql.OLD_MARIADB
if (!TestMysql.majors().contains(mysql)) {
    mysql = TestMysql.MARIADB
}
new File(basedir, 'test.properties').text =
        "mariadb.url=${url(TestMysql.MARIADB)}\nmysql.url=${url(mysql).replace('mariadb:', 'mysql:')}\n"
return true
