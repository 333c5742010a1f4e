import org.robotoverlord.it.build.Build

def build = new Build(basedir)

def pom = build.text('pom.xml')
assert pom.contains("\t\t\t<!-- Somebody's comment, and   odd spacing. -->\n\t\t\t<plugin><artifactId>maven-install-plugin</artifactId><version>3.2.0</version></plugin>\n")
assert pom.contains('\t\t\t\t<artifactId>migrate-maven-plugin</artifactId>\n')
assert pom.contains('<goal>check</goal>')

build.says(
        'Made src/main/models/models/users.yaml',
        'Success init-db 1_*_init.yaml',
        'pom.xml names the plugin already; left as it is',
        'No changes detected')
assert build.tables() == ['users']
assert build.history()*.endsWith('_init applied') == [true]
